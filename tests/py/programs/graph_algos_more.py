import heapq, collections, itertools, math, random, bisect
G = {"A": {"B": 7, "C": 9, "F": 14}, "B": {"A": 7, "C": 10, "D": 15}, "C": {"A": 9, "B": 10, "D": 11, "F": 2}, "D": {"B": 15, "C": 11, "E": 6}, "E": {"D": 6, "F": 9}, "F": {"A": 14, "C": 2, "E": 9}}
def dijkstra(g, s):
    dist = {s: 0}; prev = {}; pq = [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist.get(v, math.inf): dist[v] = d + w; prev[v] = u; heapq.heappush(pq, (d + w, v))
    return dist, prev
d, p = dijkstra(G, "A"); path = ["E"]
while path[-1] != "A": path.append(p[path[-1]])
print(d, "->".join(reversed(path)))
def floyd(g):
    d = {(u, v): 0 if u == v else g[u].get(v, math.inf) for u in g for v in g}
    for k, i, j in itertools.product(g, repeat=3): d[i, j] = min(d[i, j], d[i, k] + d[k, j])
    return d
print(floyd(G)["A", "E"])
def kruskal(g):
    par = {v: v for v in g}
    def find(x):
        while par[x] != x: par[x] = par[par[x]]; x = par[x]
        return x
    t = []
    for w, u, v in sorted((w, u, v) for u in g for v, w in g[u].items() if u < v):
        if find(u) != find(v): par[find(u)] = find(v); t.append((u, v, w))
    return t
print(kruskal(G))
from graphlib import TopologicalSorter, CycleError
print(list(TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}).static_order())[0])
try: list(TopologicalSorter({"a": "b", "b": "a"}).static_order())
except CycleError as e: print(e.args[0])
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: yield cols; return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2: yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
print(sum(1 for _ in queens(6)), next(queens(8)))
def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b): t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    r = []; i, j = len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]: r.append(a[i - 1]); i -= 1; j -= 1
        elif t[i - 1][j] >= t[i][j - 1]: i -= 1
        else: j -= 1
    return "".join(reversed(r))
print(lcs("AGGTABQWERTY", "GXTXAYBWRY"))
def perms(s): return [s] if len(s) < 2 else [s[i] + r for i in range(len(s)) for r in perms(s[:i] + s[i + 1:])]
print(len(perms("abcde")), perms("abc"))
random.seed(42); xs = [random.randint(0, 99) for _ in range(10)]; print(xs, random.random(), random.choice("abc"), random.sample(range(10), 3), random.gauss(0, 1))
random.shuffle(xs); print(xs, random.choices("ab", [1, 9], k=5), random.uniform(1, 2), random.getrandbits(70), random.randrange(0, 10, 3), random.triangular(), random.betavariate(1, 2), random.expovariate(1), random.vonmisesvariate(0, 1))
def qs(a): return a if len(a) < 2 else qs([x for x in a[1:] if x < a[0]]) + [a[0]] + qs([x for x in a[1:] if x >= a[0]])
def ms(a):
    if len(a) < 2: return a
    m = len(a) // 2; return list(heapq.merge(ms(a[:m]), ms(a[m:])))
print(qs(xs) == ms(xs) == sorted(xs), bisect.bisect([1, 3, 5], 3), heapq.nlargest(2, xs), heapq.nsmallest(2, xs, key=lambda v: -v))
print([sum(math.comb(n, k) for k in range(n + 1)) for n in range(6)], math.gcd(12, 18, 30), math.lcm(4, 6), math.isqrt(10 ** 20), math.prod(range(1, 10)), math.factorial(25), round(math.hypot(3, 4, 12), 3), math.dist((0, 0), (3, 4)))
life = {(1, 0), (1, 1), (1, 2)}
for _ in range(3):
    c = collections.Counter((x + dx, y + dy) for x, y in life for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy); life = {p for p, n in c.items() if n == 3 or (n == 2 and p in life)}
print(sorted(life))

# expect: {'A': 0, 'B': 7, 'C': 9, 'F': 11, 'D': 20, 'E': 20} A->C->F->E
# expect: 20
# expect: [('C', 'F', 2), ('D', 'E', 6), ('A', 'B', 7), ('A', 'C', 9), ('E', 'F', 9)]
# expect: a
# expect: nodes are in a cycle
# expect: 4 (0, 4, 7, 5, 2, 6, 1, 3)
# expect: GTABWRY
# expect: 120 ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']
# expect: [81, 14, 3, 94, 35, 31, 28, 17, 94, 13] 0.6766994874229113 c [1, 6, 0] 0.6901729991646017
# expect: [3, 14, 13, 17, 35, 28, 31, 94, 81, 94] ['b', 'b', 'a', 'b', 'b'] 1.3402505165179919 1129223226346502455600 6 0.22606445598528832 0.2503556528336539 0.30723311082104676 6.216783775202494
# expect: True 2 [94, 94] [94, 94]
# expect: [1, 2, 4, 8, 16, 32] 6 12 10000000000 362880 15511210043330985984000000 13.0 5.0
# expect: [(0, 1), (1, 1), (2, 1)]
