def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [[x, y] for x in range(2) for y in 'ab'])
t(lambda: [x for x in [y for y in range(5)] if x % 2])
t(lambda: [a for a, (b, c) in [(1, (2, 3))]])
t(lambda: [(lambda: z)() for z in range(3)])
t(lambda: [i * j for i in range(1, 4) for j in range(i)])
t(lambda: [x for x in 'a-b' if x.isalpha()])
t(lambda: [[1, 2, 3][i] for i in (2, 0)])
t(lambda: [*(i for i in range(3))])
t(lambda: [x if x % 2 else None for x in range(4)])
t(lambda: [len(x) for x in [[], [1], 'ab']])
t(lambda: [l for l in [1, 2] for l in [l, l * 10]])
t(lambda: [k + str(v) for k, v in {'a': 1}.items()])
t(lambda: [not x for x in (0, 1)])
t(lambda: [x for x in range(10) if x > 2 if x < 6])
t(lambda: [[y for y in x if y] for x in ([0, 1], [2, 0])])

# expect: [[0, 'a'], [0, 'b'], [1, 'a'], [1, 'b']]
# expect: [1, 3]
# expect: [1]
# expect: [0, 1, 2]
# expect: [0, 0, 2, 0, 3, 6]
# expect: ['a', 'b']
# expect: [3, 1]
# expect: [0, 1, 2]
# expect: [None, 1, None, 3]
# expect: [0, 1, 2]
# expect: [1, 10, 2, 20]
# expect: ['a1']
# expect: [True, False]
# expect: [3, 4, 5]
# expect: [[1], [2]]
