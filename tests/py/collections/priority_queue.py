def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import heapq, itertools
class PQ:
    def __init__(s): s.h, s.c, s.e = [], itertools.count(), {}
    def push(s, x, p):
        if x in s.e: s.e[x][-1] = None
        s.e[x] = e = [p, next(s.c), x]; heapq.heappush(s.h, e)
    def pop(s):
        while s.h:
            p, _, x = heapq.heappop(s.h)
            if x is not None: del s.e[x]; return x
        raise KeyError('empty')
q = PQ(); q.push('low', 5); q.push('high', 1); q.push('mid', 3); q.push('low', 0)
t(lambda: q.pop())
t(lambda: q.pop())
t(lambda: q.pop())
t(lambda: q.pop())
def dijkstra(g, s):
    d, h = {s: 0}, [(0, s)]
    while h:
        c, u = heapq.heappop(h)
        if c > d[u]: continue
        for v, w in g.get(u, {}).items():
            if c + w < d.get(v, 1e9): d[v] = c + w; heapq.heappush(h, (c + w, v))
    return d
t(lambda: dijkstra({'a': {'b': 1, 'c': 4}, 'b': {'c': 2, 'd': 6}, 'c': {'d': 3}}, 'a'))

# expect: 'low'
# expect: 'high'
# expect: 'mid'
# expect: KeyError 'empty'
# expect: {'a': 0, 'b': 1, 'c': 3, 'd': 6}
