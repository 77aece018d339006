def mul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def det(m):
    m, d = [list(map(float, r)) for r in m], 1.0
    for i in range(len(m)):
        p = max(range(i, len(m)), key=lambda r: abs(m[r][i]))
        if m[p][i] == 0: return 0.0
        if p != i: m[i], m[p] = m[p], m[i]; d = -d
        d *= m[i][i]
        for r in range(i + 1, len(m)):
            f = m[r][i] / m[i][i]
            for c in range(i, len(m)): m[r][c] -= f * m[i][c]
    return d
def solve(a, b):
    n = len(a); m = [list(map(float, r)) + [float(x)] for r, x in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i])); m[i], m[p] = m[p], m[i]
        m[i] = [x / m[i][i] for x in m[i]]
        for r in range(n):
            if r != i: f = m[r][i]; m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    return [round(r[-1], 9) for r in m]
print(mul([[1, 2], [3, 4]], [[5, 6], [7, 8]]), det([[2, 0], [0, 3]]), round(det([[4, 3], [6, 3]]), 9), det([[1, 2], [2, 4]]), solve([[2, 1], [1, 3]], [3, 5]), solve([[1, 1, 1], [0, 2, 5], [2, 5, -1]], [6, -4, 27]))
def power(m, n):
    r = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1: r = mul(r, m)
        m = mul(m, m); n >>= 1
    return r
print(power([[1, 1], [1, 0]], 90)[0][1])

# expect: [[19, 22], [43, 50]] 6.0 -6.0 0.0 [0.8, 1.4] [5.0, 3.0, -2.0]
# expect: 2880067194370816120
