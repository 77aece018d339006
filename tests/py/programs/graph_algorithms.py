import heapq
G = {'A': {'B': 7, 'D': 5}, 'B': {'C': 8, 'D': 9, 'E': 7}, 'C': {'E': 5}, 'D': {'E': 15, 'F': 6}, 'E': {'F': 8, 'G': 9}, 'F': {'G': 11}, 'G': {}}
U = {u: {} for u in G}
for u, vs in G.items():
    for v, w in vs.items(): U[u][v] = U[v][u] = w
def dij(s, t):
    h, seen = [(0, s, [s])], set()
    while h:
        d, u, p = heapq.heappop(h)
        if u == t: return d, p
        if u in seen: continue
        seen.add(u)
        for v, w in U[u].items(): heapq.heappush(h, (d + w, v, p + [v]))
def prim():
    seen, h, tot = {'A'}, [(w, 'A', v) for v, w in U['A'].items()], 0
    heapq.heapify(h)
    while h:
        w, a, v = heapq.heappop(h)
        if v not in seen: seen.add(v); tot += w; [heapq.heappush(h, (x, v, y)) for y, x in U[v].items()]
    return tot
def topo(g):
    ind = {u: 0 for u in g}
    for u in g:
        for v in g[u]: ind[v] += 1
    q, out = sorted(u for u in g if not ind[u]), []
    while q:
        u = q.pop(0); out.append(u)
        for v in sorted(g[u]):
            ind[v] -= 1
            if not ind[v]: q.append(v)
    return out
def floyd(g):
    d = {(u, v): 0 if u == v else g[u].get(v, 1e9) for u in g for v in g}
    for k in g:
        for i in g:
            for j in g: d[i, j] = min(d[i, j], d[i, k] + d[k, j])
    return d
def dfs(g, u, seen=None):
    seen = seen if seen is not None else []
    seen.append(u)
    for v in sorted(g[u]):
        if v not in seen: dfs(g, v, seen)
    return seen
print(dij('A', 'G'), prim(), topo(G), floyd(U)['A', 'G'], dfs(G, 'A'))
def scc(g):
    idx, low, st, out = {}, {}, [], []
    def go(u):
        idx[u] = low[u] = len(idx); st.append(u)
        for v in g[u]:
            if v not in idx: go(v); low[u] = min(low[u], low[v])
            elif v in st: low[u] = min(low[u], idx[v])
        if low[u] == idx[u]:
            c = []
            while True:
                c.append(st.pop())
                if c[-1] == u: break
            out.append(sorted(c))
    for u in g:
        if u not in idx: go(u)
    return out
print(scc({1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [4], 6: [5]}))

# expect: (22, ['A', 'D', 'F', 'G']) 39 ['A', 'B', 'C', 'D', 'E', 'F', 'G'] 22 ['A', 'B', 'C', 'E', 'F', 'G', 'D']
# expect: [[4, 5], [1, 2, 3], [6]]
