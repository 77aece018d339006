def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b): t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    i, j, out = len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]: out.append(a[i - 1]); i -= 1; j -= 1
        elif t[i - 1][j] >= t[i][j - 1]: i -= 1
        else: j -= 1
    return ''.join(reversed(out))
def knap(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[cap]
def coins(cs, n):
    w = [1] + [0] * n
    for c in cs:
        for i in range(c, n + 1): w[i] += w[i - c]
    return w[n]
def edit(a, b):
    p = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        c = [i]
        for j, y in enumerate(b, 1): c.append(min(p[j] + 1, c[-1] + 1, p[j - 1] + (x != y)))
        p = c
    return p[-1]
def lis(l):
    import bisect
    t = []
    for x in l:
        i = bisect.bisect_left(t, x)
        t[i:i + 1] = [x]
    return len(t)
print(lcs('AGGTAB', 'GXTXAYB'), knap([(1, 1), (3, 4), (4, 5), (5, 7)], 7), coins([1, 2, 5, 10, 20, 50, 100, 200], 200), edit('kitten', 'sitting'), lis([10, 9, 2, 5, 3, 7, 101, 18]))

# expect: GTAB 9 73682 3 4
