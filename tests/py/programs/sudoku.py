P = '53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79'.split()
g = [[int(c) if c != '.' else 0 for c in r] for r in P]
def ok(r, c, v):
    return all(g[r][i] != v and g[i][c] != v for i in range(9)) and all(g[r // 3 * 3 + i][c // 3 * 3 + j] != v for i in range(3) for j in range(3))
def solve():
    best = None
    for r in range(9):
        for c in range(9):
            if not g[r][c]:
                o = [v for v in range(1, 10) if ok(r, c, v)]
                if best is None or len(o) < len(best[2]): best = (r, c, o)
    if best is None: return True
    r, c, o = best
    for v in o:
        g[r][c] = v
        if solve(): return True
    g[r][c] = 0
    return False
print(solve())
for r in g: print(''.join(map(str, r)))

# expect: True
# expect: 534678912
# expect: 672195348
# expect: 198342567
# expect: 859761423
# expect: 426853791
# expect: 713924856
# expect: 961537284
# expect: 287419635
# expect: 345286179
