def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import functools
@functools.cache
def f(n): return [n]
t(lambda: f(1) is f(1))
t(lambda: f.cache_info())
class C:
    n = 0
    @functools.cached_property
    def p(s): "doc"; C.n += 1; return C.n
c = C(); print(c.p, c.p, vars(c), C().p, C.p.__doc__); del c.p; print(c.p); c.p = 'set'; print(c.p)
class S:
    __slots__ = ()
    p = functools.cached_property(lambda s: 1)
t(lambda: S().p)
t(lambda: type('T', (), {'a': (x := functools.cached_property(lambda s: 1)), 'b': x}))

# expect: True
# expect: CacheInfo(hits=1, misses=1, maxsize=None, currsize=1)
# expect: 1 1 {'p': 1} 2 doc
# expect: 3
# expect: set
# expect: TypeError No '__dict__' attribute on 'S' instance to cache 'p' property.
# expect: TypeError Cannot assign the same cached_property to two different names ('a' and 'b').
