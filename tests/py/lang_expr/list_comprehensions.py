print([x * x for x in range(6)])
print([x for x in range(20) if x % 2 if x % 3])
print([(x, y) for x in range(3) for y in range(x)])
print([[c for c in w] for w in ['ab', 'cd']])
print([x if x > 1 else -x for x in range(4)])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ['xyz', 'uv']])
print([f(3) for f in [lambda x, i=i: x + i for i in range(3)]])
print([f() for f in [lambda: i for i in range(3)]])
x = 'outer'
print([x for x in 'abc'], x)
print([y for x in [[1, 2], [3]] for y in x], x)
print([(y := x, y ** 2) for x in range(3)], y)
print([[j for j in range(i)] for i in range(4)])
print(*[a for a in (1, 2)], sep='-')
print([i for i in range(5) if (lambda n: n % 2)(i)])

# expect: [0, 1, 4, 9, 16, 25]
# expect: [1, 5, 7, 11, 13, 17, 19]
# expect: [(1, 0), (2, 0), (2, 1)]
# expect: [['a', 'b'], ['c', 'd']]
# expect: [0, -1, 2, 3]
# expect: [3, 7] ['x', 'u']
# expect: [3, 4, 5]
# expect: [2, 2, 2]
# expect: ['a', 'b', 'c'] outer
# expect: [1, 2, 3] outer
# expect: [(0, 0), (1, 1), (2, 4)] 2
# expect: [[], [0], [0, 1], [0, 1, 2]]
# expect: 1-2
# expect: [1, 3]
