import heapq
from collections import deque, defaultdict
class Graph:
    def __init__(self, edges, directed=False):
        self.g = defaultdict(dict)
        for a, b, w in edges:
            self.g[a][b] = w
            self.g[b] if directed else self.g[b].__setitem__(a, w)
    def bfs(self, s):
        seen, q, o = ({s}, deque([s]), [])
        while q:
            u = q.popleft()
            o.append(u)
            for v in sorted(self.g[u]):
                if v not in seen:
                    seen.add(v)
                    q.append(v)
        return o
    def dfs(self, u, seen=None):
        seen = set() if seen is None else seen
        seen.add(u)
        yield u
        for v in sorted(self.g[u]):
            if v not in seen:
                yield from self.dfs(v, seen)
    def dijkstra(self, s):
        d, pq, prev = ({s: 0}, [(0, s)], {})
        while pq:
            du, u = heapq.heappop(pq)
            if du > d[u]:
                continue
            for v, w in self.g[u].items():
                if (nd := (du + w)) < d.get(v, float('inf')):
                    d[v] = nd
                    prev[v] = u
                    heapq.heappush(pq, (nd, v))
        return (d, prev)
    def kruskal(self):
        p = {v: v for v in self.g}
        def find(x):
            while p[x] != x:
                p[x] = p[p[x]]
                x = p[x]
            return x
        t = 0
        out = []
        for w, a, b in sorted({(w, *sorted((a, b))) for a in self.g for b, w in self.g[a].items()}):
            if (ra := find(a)) != (rb := find(b)):
                p[ra] = rb
                t += w
                out.append((a, b))
        return (t, out)
    def topo(self):
        ind = {v: 0 for v in self.g}
        for u in self.g:
            for v in self.g[u]:
                ind[v] += 1
        q = sorted((v for v in ind if not ind[v]))
        o = []
        while q:
            u = q.pop(0)
            o.append(u)
            for v in sorted(self.g[u]):
                ind[v] -= 1
                if not ind[v]:
                    q.append(v)
        if len(o) < len(ind):
            raise ValueError('cycle')
        return o
    def floyd(self):
        vs = sorted(self.g)
        D = {(a, b): 0 if a == b else self.g[a].get(b, float('inf')) for a in vs for b in vs}
        for k in vs:
            for i in vs:
                for j in vs:
                    D[i, j] = min(D[i, j], D[i, k] + D[k, j])
        return D
E = [
    ('A', 'B', 4), ('A', 'C', 2), ('B', 'C', 1), ('B', 'D', 5), ('C', 'D', 8), ('C', 'E', 10),
    ('D', 'E', 2), ('D', 'F', 6), ('E', 'F', 3),
]
g = Graph(E)
print(g.bfs('A'), list(g.dfs('A')), g.dijkstra('A'), g.kruskal())
print(Graph(E, True).topo(), g.floyd()['A', 'F'])
try:
    Graph([(1, 2, 1), (2, 1, 1)], True).topo()
except ValueError as e:
    print(e)
def astar(grid, s, t):
    h = lambda p: abs(p[0] - t[0]) + abs(p[1] - t[1])
    q = [(h(s), 0, s, (s,))]
    seen = set()
    while q:
        f, c, p, path = heapq.heappop(q)
        if p == t:
            return path
        if p in seen:
            continue
        seen.add(p)
        for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = (p[0] + dx, p[1] + dy)
            if 0 <= n[0] < len(grid) and 0 <= n[1] < len(grid[0]) and (grid[n[0]][n[1]] != '#'):
                heapq.heappush(q, (c + 1 + h(n), c + 1, n, path + (n,)))
G = ['..#.', '.##.', '....', '#.#.']
p = astar(G, (0, 0), (0, 3))
print(len(p), p[-1])
print('\n'.join((''.join(('*' if (i, j) in p else ch for j, ch in enumerate(r))) for i, r in enumerate(G))))

# expect: ['A', 'B', 'C', 'D', 'E', 'F'] ['A', 'B', 'C', 'D', 'E', 'F'] ({'A': 0, 'B': 3, 'C': 2, 'D': 8, 'E': 10, 'F': 13}, {'B': 'C', 'C': 'A', 'D': 'B', 'E': 'D', 'F': 'E'}) (13, [('B', 'C'), ('A', 'C'), ('D', 'E'), ('E', 'F'), ('B', 'D')])
# expect: ['A', 'B', 'C', 'D', 'E', 'F'] 13
# expect: cycle
# expect: 8 (0, 3)
# expect: *.#*
# expect: *##*
# expect: ****
# expect: #.#.
