def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref, gc
class A: pass
objs = [A() for _ in range(1000)]; refs = [weakref.ref(o) for o in objs]
t(lambda: sum(r() is not None for r in refs))
del objs[::2]; gc.collect(); print(sum(r() is not None for r in refs))
a = A(); many = [weakref.ref(a, lambda r: None) for _ in range(500)]; print(weakref.getweakrefcount(a)); del many; print(weakref.getweakrefcount(a))
hit = []; keep = [weakref.ref(a, hit.append) for _ in range(100)]; del a; print(len(hit))

# expect: 1000
# expect: 500
# expect: 500
# expect: 0
# expect: 100
