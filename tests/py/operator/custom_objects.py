def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import operator as o
class V:
    def __init__(s, v): s.v = v
    def __add__(s, x): return ('add', x)
    def __iadd__(s, x): s.v += x; return s
    def __getitem__(s, i): return ('item', i)
    def __contains__(s, x): return x == 'in'
    def __call__(s, *a): return ('call', a)
    def __index__(s): return 3
    def __invert__(s): return 'inv'
    def __matmul__(s, x): return 'mm'
    def __bool__(s): return False
    def __length_hint__(s): return 12
v = V(1)
t(lambda: o.add(v, 1))
t(lambda: o.iadd(v, 5).v)
t(lambda: o.getitem(v, 1))
t(lambda: o.contains(v, 'in'))
t(lambda: o.call(v, 1, 2))
t(lambda: o.index(v))
t(lambda: o.inv(v))
t(lambda: o.matmul(v, 1))
t(lambda: o.not_(v))
t(lambda: o.truth(v))
t(lambda: o.length_hint(v))
t(lambda: o.itemgetter(4)(v))
t(lambda: o.sub(v, 1))
t(lambda: o.lt(v, 1))

# expect: ('add', 1)
# expect: 6
# expect: ('item', 1)
# expect: True
# expect: ('call', (1, 2))
# expect: 3
# expect: 'inv'
# expect: 'mm'
# expect: True
# expect: False
# expect: 12
# expect: ('item', 4)
# expect: TypeError unsupported operand type(s) for -: 'V' and 'int'
# expect: TypeError '<' not supported between instances of 'V' and 'int'
