def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [list(range(a, b, c)) for a, b, c in ((0, 5, 1), (5, 0, -1), (0, 5, 2), (0, -5, -2), (1, 1, 1), (0, 5, 10), (-3, 3, 3), (3, -3, -3))])
t(lambda: [len(range(a, b, c)) for a, b, c in ((0, 10, 3), (10, 0, -3), (0, 10, 20), (0, 0, 1), (0, 9, 3), (9, 0, -3), (-10, 10, 7))])
t(lambda: sum(range(0, 100, 7)))
t(lambda: [range(0, 100, 7)[i] for i in (0, 1, -1, -2)])
t(lambda: range(0, 100, 7)[3:9:2])
t(lambda: list(range(0, 100, 7)[3:9:2]))
t(lambda: range(10)[5:][2:][::-1])
t(lambda: [x for x in range(20)[::3]][1:3])

# expect: [[0, 1, 2, 3, 4], [5, 4, 3, 2, 1], [0, 2, 4], [0, -2, -4], [], [0], [-3, 0], [3, 0]]
# expect: [4, 4, 1, 0, 3, 3, 3]
# expect: 735
# expect: [0, 7, 98, 91]
# expect: range(21, 63, 14)
# expect: [21, 35, 49]
# expect: range(9, 6, -1)
# expect: [3, 6]
