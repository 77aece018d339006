def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref, gc
class K:
    def __init__(s, n): s.n = n
ks = [K(i) for i in range(10)]; d = weakref.WeakKeyDictionary((k, k.n) for k in ks)
tot = 0
for k, v in d.items():
    tot += v
    if ks: ks.pop()
del k; gc.collect(); print(tot <= 45, len(d))
vs = [K(i) for i in range(5)]; w = weakref.WeakValueDictionary({i: v for i, v in enumerate(vs)})
it = iter(w.items()); first = next(it); del vs; gc.collect(); print(first[0], len(w) >= 1); del it, first; gc.collect(); print(len(w))

# expect: True 5
# expect: 0 True
# expect: 0
