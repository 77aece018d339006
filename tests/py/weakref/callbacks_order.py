def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref
class A: pass
out = []
a = A(); rs = [weakref.ref(a, lambda r, i=i: out.append(i)) for i in range(3)]
del a; print(sorted(out))
a = A(); r = weakref.ref(a, lambda r: out.append('x')); del r; del a; print('x' in out)
import sys; sys.unraisablehook = lambda u: print('unraisable', u.exc_value)
a = A(); r = weakref.ref(a, lambda r: 1 / 0); del a
class D:
    def __del__(s): out.append('del')
d = D(); w = weakref.ref(d, lambda r: out.append('cb')); del d; print(out[-2:])

# expect: [0, 1, 2]
# expect: False
# expect: unraisable division by zero
# expect: ['del', 'cb']
