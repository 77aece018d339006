def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref
class A:
    v = 1
    def m(s): return 'm' + str(s.v)
    def __len__(s): return 3
    def __add__(s, o): return 'sum'
    def __getitem__(s, i): return i
    def __str__(s): return 'A-str'
a = A(); p = weakref.proxy(a)
t(lambda: p.v)
t(lambda: p.m())
t(lambda: len(p))
t(lambda: p + 1)
t(lambda: p[2])
t(lambda: str(p))
t(lambda: p == a)
t(lambda: isinstance(p, A))
t(lambda: type(p).__name__)
t(lambda: bool(p))
p.v = 9; print(a.v); del p.v; print(a.v)
t(lambda: hash(p))
f = weakref.proxy(lambda x=1: x) if 0 else None
class C:
    def __call__(s, x): return x * 2
c = C(); q = weakref.proxy(c); print(q(4), type(q).__name__)
del a
t(lambda: p.v)
t(lambda: p + 1)
t(lambda: len(p))
t(lambda: str(p))

# expect: 1
# expect: 'm1'
# expect: 3
# expect: 'sum'
# expect: 2
# expect: 'A-str'
# expect: True
# expect: True
# expect: 'ProxyType'
# expect: True
# expect: 9
# expect: 1
# expect: TypeError unhashable type: 'weakref.ProxyType'
# expect: 8 CallableProxyType
# expect: ReferenceError weakly-referenced object no longer exists
# expect: ReferenceError weakly-referenced object no longer exists
# expect: ReferenceError weakly-referenced object no longer exists
# expect: ReferenceError weakly-referenced object no longer exists
