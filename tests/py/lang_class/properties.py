class T:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "celsius"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError('too cold')
        self._c = v
    @c.deleter
    def c(self): print('deleting'); self._c = None
    ro = property(lambda s: 'ro')
    wo = property(None, lambda s, v: print('set', v))
    none = property()
t = T(); t.c = 5; print(t.c, T.c.__doc__); del t.c; print(t.c)
for s in ['t.c = -300', 't.ro = 1', 'del t.ro', 't.wo', 't.none', 't.none = 1', 'del t.none']:
    try: exec(s)
    except Exception as e: print(s, '|', type(e).__name__, e)
t.wo = 3
print(T.ro.fget(None), T.ro.fset, type(T.c).__name__, T.c.fset is not None, T.c.__name__ if hasattr(T.c, '__name__') else None)
class U(T):
    @T.c.getter
    def c(self): return 'U' + str(self._c)
    @property
    def ro(self): return super().ro + '!'
u = U(); u.c = 9; print(u.c, u.ro)
t.__dict__['ro'] = 'shadow'; print(t.ro)
p = property(len, doc='D'); print(p.__doc__, p.__get__('abc'), p.__get__(None, str) is p)
class V:
    @property
    def boom(self): raise AttributeError('inside')
    def __getattr__(self, n): return f'fallback {n}'
print(V().boom)

# expect: 5 celsius
# expect: deleting
# expect: None
# expect: t.c = -300 | ValueError too cold
# expect: t.ro = 1 | AttributeError property 'ro' of 'T' object has no setter
# expect: del t.ro | AttributeError property 'ro' of 'T' object has no deleter
# expect: t.wo | AttributeError property 'wo' of 'T' object has no getter
# expect: t.none | AttributeError property 'none' of 'T' object has no getter
# expect: t.none = 1 | AttributeError property 'none' of 'T' object has no setter
# expect: del t.none | AttributeError property 'none' of 'T' object has no deleter
# expect: set 3
# expect: ro None property True c
# expect: U9 ro!
# expect: ro
# expect: D 3 True
# expect: fallback boom
