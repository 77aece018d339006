def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a, b = {1, 2, 3}, {3, 4}
t(lambda: a | b)
t(lambda: a & b)
t(lambda: a - b)
t(lambda: a ^ b)
t(lambda: b - a)
t(lambda: a == {3, 2, 1})
t(lambda: a != b)
t(lambda: a <= {1, 2, 3, 4})
t(lambda: a < a)
t(lambda: a <= a)
t(lambda: a >= {1})
t(lambda: a > {1})
t(lambda: a < {1, 2, 3, 4})
t(lambda: {1} < {2})
t(lambda: not {1} >= {2})
t(lambda: a & set())
t(lambda: a | set() is not a)
t(lambda: 1 in a)
t(lambda: 5 not in a)
t(lambda: {1, 2} == frozenset([1, 2]))
t(lambda: set() == frozenset())
t(lambda: {1} == [1])
t(lambda: a | [1])
t(lambda: a & 'ab')
t(lambda: a - (1,))
t(lambda: a ^ 5)
t(lambda: a < [1])
t(lambda: a <= 5)
t(lambda: a + b)
t(lambda: a * 2)
t(lambda: [1] | a)
t(lambda: frozenset([1]) | {2})
t(lambda: {2} | frozenset([1]))
t(lambda: type(frozenset() | set()).__name__)
t(lambda: type(set() | frozenset()).__name__)
t(lambda: hash({1}))
t(lambda: hash(frozenset([1, 2])) == hash(frozenset([2, 1])))

# expect: {1, 2, 3, 4}
# expect: {3}
# expect: {1, 2}
# expect: {1, 2, 4}
# expect: {4}
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: set()
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: TypeError unsupported operand type(s) for |: 'set' and 'list'
# expect: TypeError unsupported operand type(s) for &: 'set' and 'str'
# expect: TypeError unsupported operand type(s) for -: 'set' and 'tuple'
# expect: TypeError unsupported operand type(s) for ^: 'set' and 'int'
# expect: TypeError '<' not supported between instances of 'set' and 'list'
# expect: TypeError '<=' not supported between instances of 'set' and 'int'
# expect: TypeError unsupported operand type(s) for +: 'set' and 'set'
# expect: TypeError unsupported operand type(s) for *: 'set' and 'int'
# expect: TypeError unsupported operand type(s) for |: 'list' and 'set'
# expect: frozenset({1, 2})
# expect: {1, 2}
# expect: 'frozenset'
# expect: 'set'
# expect: TypeError unhashable type: 'set'
# expect: True
