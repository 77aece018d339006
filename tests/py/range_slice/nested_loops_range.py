def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [(i, j) for i in range(3) for j in range(i, 3)])
t(lambda: [[i * j for j in range(1, 4)] for i in range(1, 4)])
t(lambda: sum(1 for i in range(10) for j in range(10) if i < j))
t(lambda: [i for i in range(2, 30) if all(i % j for j in range(2, i))])
t(lambda: [sum(range(i)) for i in range(6)])
t(lambda: list(range(3)) + list(range(3, 0, -1)))
t(lambda: [''.join(str(j) for j in range(i)) for i in range(4)])
t(lambda: max(range(-5, 5), key=lambda x: x * x))
t(lambda: sorted(range(6), key=lambda x: (x % 2, -x)))
t(lambda: list(zip(range(3), 'abc', range(9, 6, -1))))

# expect: [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
# expect: [[1, 2, 3], [2, 4, 6], [3, 6, 9]]
# expect: 45
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
# expect: [0, 0, 1, 3, 6, 10]
# expect: [0, 1, 2, 3, 2, 1]
# expect: ['', '0', '01', '012']
# expect: -5
# expect: [4, 2, 0, 5, 3, 1]
# expect: [(0, 'a', 9), (1, 'b', 8), (2, 'c', 7)]
