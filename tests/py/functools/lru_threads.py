def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import functools, threading
@functools.lru_cache(maxsize=50)
def f(x): return x * x
errs = []
def w(i):
    for k in range(3000):
        if f((k * (i + 1)) % 97) != ((k * (i + 1)) % 97) ** 2: errs.append(k)
ts = [threading.Thread(target=w, args=(i,)) for i in range(4)]
[t1.start() for t1 in ts]; [t1.join() for t1 in ts]
i = f.cache_info(); print(errs, i.currsize <= 50, i.hits + i.misses == 12000, i.maxsize)

# expect: [] True True 50
