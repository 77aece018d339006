def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import OrderedDict
class LRU:
    def __init__(s, n): s.n, s.d, s.hits = n, OrderedDict(), 0
    def __getitem__(s, k): s.d.move_to_end(k); s.hits += 1; return s.d[k]
    def __setitem__(s, k, v):
        s.d[k] = v; s.d.move_to_end(k)
        if len(s.d) > s.n: s.d.popitem(last=False)
c = LRU(2); c['a'] = 1; c['b'] = 2; c['a']; c['c'] = 3; print(list(c.d), c.hits)
t(lambda: c['b'])

# expect: ['a', 'c'] 1
# expect: KeyError 'b'
