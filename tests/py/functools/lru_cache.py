def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import functools
calls = []
@functools.lru_cache(maxsize=2)
def f(x, y=0): calls.append(x); return x * 2
t(lambda: f(1))
t(lambda: f(1))
t(lambda: f(2))
t(lambda: f(3))
t(lambda: f(1))
t(lambda: calls)
t(lambda: f.cache_info())
t(lambda: f.cache_parameters())
t(lambda: f.cache_clear())
t(lambda: f.cache_info())
t(lambda: f.__wrapped__(5))
t(lambda: f.__name__)
t(lambda: f([]))
@functools.lru_cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
t(lambda: fib(100))
t(lambda: fib.cache_info().hits)
@functools.lru_cache(typed=True)
def g(x): return type(x).__name__
t(lambda: g(1))
t(lambda: g(1.0))
t(lambda: g.cache_info().currsize)
@functools.lru_cache(maxsize=0)
def h(x): calls.append('h'); return x
t(lambda: h(1))
t(lambda: h(1))
t(lambda: calls.count('h'))
t(lambda: h.cache_info())
t(lambda: functools.lru_cache('x'))
t(lambda: functools.lru_cache(maxsize=-5)(len).cache_info())

# expect: 2
# expect: 2
# expect: 4
# expect: 6
# expect: 2
# expect: [1, 2, 3, 1]
# expect: CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# expect: {'maxsize': 2, 'typed': False}
# expect: None
# expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
# expect: 10
# expect: 'f'
# expect: TypeError unhashable type: 'list'
# expect: 354224848179261915075
# expect: 98
# expect: 'int'
# expect: 'float'
# expect: 2
# expect: 1
# expect: 1
# expect: 2
# expect: CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)
# expect: TypeError Expected first argument to be an integer, a callable, or None
# expect: CacheInfo(hits=0, misses=0, maxsize=0, currsize=0)
