def g(n, v):
    for i in range(v): print(n + str(i), end=' '); yield i
print(list(zip(g('a', 3), g('b', 2))))
print(list(zip(g('a', 2), g('b', 3))))
i = g('x', 3); print(next(zip(i, [])) if 0 else list(zip(i, [])), next(i))
print(list(map(lambda a, b: a + b, g('m', 2), g('n', 5))))
it = g('y', 5); print(2 in it, list(it))
it = g('z', 4); next(it); print(sum(it))
m = max(g('q', 3)); print(m)
print(dict(enumerate(g('e', 2))), sorted(g('s', 3), reverse=True), {*g('t', 2)})

# expect: a0 b0 a1 b1 a2 [(0, 0), (1, 1)]
# expect: a0 b0 a1 b1 [(0, 0), (1, 1)]
# expect: x0 x1 [] 1
# expect: m0 n0 m1 n1 [0, 2]
# expect: y0 y1 y2 y3 y4 True [3, 4]
# expect: z0 z1 z2 z3 6
# expect: q0 q1 q2 2
# expect: e0 e1 s0 s1 s2 t0 t1 {0: 0, 1: 1} [2, 1, 0] {0, 1}
