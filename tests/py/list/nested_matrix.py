def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

m = [[i * 3 + j for j in range(3)] for i in range(3)]
t(lambda: m)
t(lambda: [list(r) for r in zip(*m)])
t(lambda: [r[::-1] for r in m])
t(lambda: [m[i][i] for i in range(3)])
t(lambda: sum(map(sum, m)))
t(lambda: [x for r in m for x in r])
t(lambda: [[m[j][i] for j in range(2, -1, -1)] for i in range(3)])
t(lambda: max(max(r) for r in m))
a = [[0] * 2] * 2; a[0][0] = 1; b = [[0] * 2 for _ in range(2)]; b[0][0] = 1
t(lambda: a)
t(lambda: b)
def mul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
t(lambda: mul(m, m))
t(lambda: mul([[1, 2]], [[3], [4]]))
m[0], m[2] = m[2], m[0]; m[1][1:2] = ['x', 'y']; print(m)
spiral = []
q = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
while q: spiral += q.pop(0); q = [list(r) for r in zip(*q)][::-1]
t(lambda: spiral)

# expect: [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
# expect: [[0, 3, 6], [1, 4, 7], [2, 5, 8]]
# expect: [[2, 1, 0], [5, 4, 3], [8, 7, 6]]
# expect: [0, 4, 8]
# expect: 36
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8]
# expect: [[6, 3, 0], [7, 4, 1], [8, 5, 2]]
# expect: 8
# expect: [[1, 0], [1, 0]]
# expect: [[1, 0], [0, 0]]
# expect: [[15, 18, 21], [42, 54, 66], [69, 90, 111]]
# expect: [[11]]
# expect: [[6, 7, 8], [3, 'x', 'y', 5], [0, 1, 2]]
# expect: [1, 2, 3, 6, 9, 8, 7, 4, 5]
