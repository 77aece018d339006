def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import itertools as it
a, b = it.tee([1, 2, 3]); print(next(a), next(a), list(b), list(a))
x, y, z = it.tee('ab', 3); print(list(z), list(x), list(y))
t(lambda: it.tee('a', 0))
t(lambda: len(it.tee('a', 1)))
t(lambda: it.tee('a', -1))
t(lambda: it.tee(5))
def g(): print('gen', end=' '); yield 1; yield 2
p, q = it.tee(g()); print(list(p), list(q))
c, d = it.tee(iter(range(5))); next(c); e, f = it.tee(c); print(list(e), list(d), list(f))

# expect: 1 2 [1, 2, 3] [3]
# expect: ['a', 'b'] ['a', 'b'] ['a', 'b']
# expect: ()
# expect: 1
# expect: ValueError n must be >= 0
# expect: TypeError 'int' object is not iterable
# expect: gen [1, 2] [1, 2]
# expect: [1, 2, 3, 4] [0, 1, 2, 3, 4] [1, 2, 3, 4]
