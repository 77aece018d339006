def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class UF:
    def __init__(s, n): s.p = list(range(n))
    def find(s, x):
        while s.p[x] != x: s.p[x] = s.p[s.p[x]]; x = s.p[x]
        return x
    def union(s, a, b): a, b = s.find(a), s.find(b); s.p[a] = b; return a != b
u = UF(6); print([u.union(a, b) for a, b in [(0, 1), (2, 3), (1, 3), (0, 2), (4, 5)]], len({u.find(i) for i in range(6)}))
def merge(iv):
    out = []
    for a, b in sorted(iv):
        if out and a <= out[-1][1]: out[-1][1] = max(b, out[-1][1])
        else: out.append([a, b])
    return out
t(lambda: merge([(1, 3), (2, 6), (8, 10), (15, 18), (9, 12)]))
t(lambda: merge([]))
def kruskal(n, es): u = UF(n); return sum(w for w, a, b in sorted(es) if u.union(a, b))
t(lambda: kruskal(4, [(10, 0, 1), (6, 0, 2), (5, 0, 3), (15, 1, 3), (4, 2, 3)]))

# expect: [True, True, True, False, True] 2
# expect: [[1, 6], [8, 12], [15, 18]]
# expect: []
# expect: 19
