def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref
class A:
    def m(s): return 'm'
a = A(); wm = weakref.WeakMethod(a.m); r = weakref.ref(a.m)
t(lambda: wm()())
t(lambda: r())
t(lambda: wm == weakref.WeakMethod(a.m))
del a; print(wm())
t(lambda: weakref.WeakMethod(5))
class R(weakref.ref):
    def __init__(s, o, tag): super().__init__(o); s.tag = tag
    def __new__(cls, o, tag): return super().__new__(cls, o)
b = A(); x = R(b, 't'); print(x.tag, x() is b, isinstance(x, weakref.ref)); del b; print(x())

# expect: 'm'
# expect: None
# expect: True
# expect: None
# expect: TypeError argument should be a bound method, not <class 'int'>
# expect: t True True
# expect: None
