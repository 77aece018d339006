def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import functools
class G:
    def __init__(s): s.n = 0
    @functools.lru_cache(None)
    def sq(s, x): s.n += 1; return x * x
g, h = G(), G(); print(g.sq(2), g.sq(2), g.n, h.sq(2), h.n, G.sq.cache_info())
@functools.cache
def edit(a, b):
    if not a or not b: return len(a) + len(b)
    return min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))
t(lambda: edit('kitten', 'sitting'))
t(lambda: edit('', 'abc'))
t(lambda: edit('same', 'same'))
t(lambda: edit.cache_info().hits > 0)
@functools.cache
def lis(i): return 1 + max((lis(j) for j in range(i) if seq[j] < seq[i]), default=0)
seq = [10, 9, 2, 5, 3, 7, 101, 18]; print(max(lis(i) for i in range(len(seq))))

# expect: 4 4 1 4 1 CacheInfo(hits=1, misses=2, maxsize=None, currsize=2)
# expect: 3
# expect: 3
# expect: 0
# expect: True
# expect: 4
