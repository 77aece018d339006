class A:
    def __init__(s): s.log = []
    def __iadd__(s, o): s.log.append(('iadd', o)); return s
    def __isub__(s, o): return 'replaced'
    def __mul__(s, o): return ('mul', o)
    def __ior__(s, o): return NotImplemented
    def __or__(s, o): return 'or'
a = A(); b = a
a += 1; a += [2]
print(a is b, a.log)
a *= 3; print(a)
b |= 1; print(b)
b = A(); b -= 1; print(b)
l = [1]; m = l
l += (2, 3); print(m, l is m)
l += 'ab'; print(l)
l *= 2; print(m)
t = (1,); u = t; t += (2,); print(t, u)
s = {1}; r = s; s |= {2}; s -= {1}; s ^= {5}; s &= {2, 5}; print(sorted(r), s is r)
d = {1: 2}; d |= [(3, 4)]; print(d)
tt = ([],)
try: tt[0] += [1]
except TypeError as e: print(e, tt)
x = 5
for op in ['x += "a"', 'x -= None', 'x //= []', 'x **= {}', 'x >>= "q"', 'x %= None', 'l += 5', 's |= [1]', 'd |= 5']:
    try: exec(op)
    except TypeError as e: print(op, e)

# expect: True [('iadd', 1), ('iadd', [2])]
# expect: ('mul', 3)
# expect: or
# expect: replaced
# expect: [1, 2, 3] True
# expect: [1, 2, 3, 'a', 'b']
# expect: [1, 2, 3, 'a', 'b', 1, 2, 3, 'a', 'b']
# expect: (1, 2) (1,)
# expect: [2, 5] True
# expect: {1: 2, 3: 4}
# expect: 'tuple' object does not support item assignment ([1],)
# expect: x += "a" unsupported operand type(s) for +=: 'int' and 'str'
# expect: x -= None unsupported operand type(s) for -=: 'int' and 'NoneType'
# expect: x //= [] unsupported operand type(s) for //=: 'int' and 'list'
# expect: x **= {} unsupported operand type(s) for **=: 'int' and 'dict'
# expect: x >>= "q" unsupported operand type(s) for >>=: 'int' and 'str'
# expect: x %= None unsupported operand type(s) for %=: 'int' and 'NoneType'
# expect: l += 5 'int' object is not iterable
# expect: s |= [1] unsupported operand type(s) for |=: 'set' and 'list'
# expect: d |= 5 'int' object is not iterable
