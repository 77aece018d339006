def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a, *b = [1, 2, 3]; print(a, b)
[x, [y, z]] = [1, [2, 3]]; print(x, y, z)
l = [1, 2, 3]; l[0], l[2] = l[2], l[0]; print(l)
i = 0; l[i], i = 'set', 1; print(l, i)
for a, b in [[1, 2], (3, 4), 'ab']: print(a, b)
*h, t3 = []  or [0]; print(h, t3)
t(lambda: [*[1], *(2,), *{3}])
t(lambda: max([1, 5, 3]))
t(lambda: min([[2], [1]]))
t(lambda: sum([[1], [2]], []))
t(lambda: any([0, []]))
t(lambda: all([]))
t(lambda: [bool(x) for x in [[], [0]]])
t(lambda: list(filter(None, [0, 1, []])))
t(lambda: [i for i, x in enumerate('abca') if x == 'a'])
t(lambda: dict([['a', 1]]))
t(lambda: list(map(lambda a, b: a * b, [1, 2], [3, 4])))

# expect: 1 [2, 3]
# expect: 1 2 3
# expect: [3, 2, 1]
# expect: ['set', 2, 1] 1
# expect: 1 2
# expect: 3 4
# expect: a b
# expect: [] 0
# expect: [1, 2, 3]
# expect: 5
# expect: [1]
# expect: [1, 2]
# expect: False
# expect: True
# expect: [False, True]
# expect: [1]
# expect: [0, 3]
# expect: {'a': 1}
# expect: [3, 8]
