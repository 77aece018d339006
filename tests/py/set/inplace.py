def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a = {1, 2, 3}; b = a
a |= {4}; a &= {1, 2, 4}; a -= {1}; a ^= {2, 9}; print(sorted(a), a is b)
f = g = frozenset([1]); f |= {2}; print(sorted(f), g, f is g)
a = {1, 2}; a -= a; print(a); a = {1}; a ^= a; print(a); a = {1}; a |= a; a &= a; print(a)
for op in ['a |= [1]', 'a &= "x"', 'a -= 5', 'a ^= None', 'a += {1}', 'f &= [1]']:
    try: exec(op)
    except TypeError as e: print(op, '|', e)

# expect: [4, 9] True
# expect: [1, 2] frozenset({1}) False
# expect: set()
# expect: set()
# expect: {1}
# expect: a |= [1] | unsupported operand type(s) for |=: 'set' and 'list'
# expect: a &= "x" | unsupported operand type(s) for &=: 'set' and 'str'
# expect: a -= 5 | unsupported operand type(s) for -=: 'set' and 'int'
# expect: a ^= None | unsupported operand type(s) for ^=: 'set' and 'NoneType'
# expect: a += {1} | unsupported operand type(s) for +=: 'set' and 'set'
# expect: f &= [1] | unsupported operand type(s) for &=: 'frozenset' and 'list'
