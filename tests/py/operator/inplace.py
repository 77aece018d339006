def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import operator as o
l = [1]; r = o.iadd(l, [2]); print(l, r is l)
t(lambda: o.iadd(1, 2))
t(lambda: o.isub(5, 1))
t(lambda: o.imul([1], 2))
t(lambda: o.itruediv(1, 2))
t(lambda: o.ifloordiv(7, 2))
t(lambda: o.imod(7, 4))
t(lambda: o.ipow(2, 3))
t(lambda: o.ilshift(1, 2))
t(lambda: o.iand({1, 2}, {2}))
t(lambda: o.ior({1}, {2}))
t(lambda: o.ixor(1, 3))
t(lambda: o.iconcat([1], [2]))
t(lambda: o.irshift(8, 1))
t(lambda: o.iadd(1, 'a'))
t(lambda: o.imatmul(1, 1))

# expect: [1, 2] True
# expect: 3
# expect: 4
# expect: [1, 1]
# expect: 0.5
# expect: 3
# expect: 3
# expect: 8
# expect: 4
# expect: {2}
# expect: {1, 2}
# expect: 2
# expect: [1, 2]
# expect: 4
# expect: TypeError unsupported operand type(s) for +=: 'int' and 'str'
# expect: TypeError unsupported operand type(s) for @=: 'int' and 'int'
