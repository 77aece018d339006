def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref
class Subject:
    def __init__(s): s.obs = weakref.WeakSet()
    def notify(s, x): return sorted(o.update(x) for o in s.obs)
class Obs:
    def __init__(s, n): s.n = n
    def update(s, x): return f'{s.n}:{x}'
s = Subject(); a, b = Obs('a'), Obs('b'); s.obs.add(a); s.obs.add(b); print(s.notify(1)); del a; print(s.notify(2))
cache = weakref.WeakValueDictionary(); made = []
class Big:
    def __init__(s, k): s.k = k; made.append(k)
def get(k):
    o = cache.get(k)
    if o is None: o = cache[k] = Big(k)
    return o
x = get(1); y = get(1); print(x is y, made); del x, y; z = get(1); print(made)

# expect: ['a:1', 'b:1']
# expect: ['b:2']
# expect: True [1]
# expect: [1, 1]
