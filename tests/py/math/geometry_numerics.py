def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import math
def poly(c, x): return math.fsum(a * x ** i for i, a in enumerate(c))
t(lambda: poly([1, 2, 3], 2))
t(lambda: [round(math.sin(math.radians(d)), 4) for d in range(0, 181, 45)])
def hull(ps):
    ps = sorted(set(ps))
    def half(ps):
        h = []
        for p in ps:
            while len(h) > 1 and (h[-1][0] - h[-2][0]) * (p[1] - h[-2][1]) <= (h[-1][1] - h[-2][1]) * (p[0] - h[-2][0]): h.pop()
            h.append(p)
        return h[:-1]
    return half(ps) + half(ps[::-1])
t(lambda: hull([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2), (1, 0)]))
def area(ps): return abs(sum(a * d - b * c for (a, b), (c, d) in zip(ps, ps[1:] + ps[:1]))) / 2
t(lambda: area([(0, 0), (4, 0), (4, 3)]))
t(lambda: area(hull([(0, 0), (2, 0), (2, 2), (0, 2), (1, 1)])))
t(lambda: round(sum(1 / math.factorial(i) for i in range(20)), 12))
t(lambda: [math.comb(6, k) for k in range(7)])
t(lambda: round(math.sqrt(6 * sum(1 / n ** 2 for n in range(1, 2000))), 3))

# expect: 17.0
# expect: [0.0, 0.7071, 1.0, 0.7071, 0.0]
# expect: [(0, 0), (2, 0), (2, 2), (0, 2)]
# expect: 6.0
# expect: 4.0
# expect: 2.718281828459
# expect: [1, 6, 15, 20, 15, 6, 1]
# expect: 3.141
