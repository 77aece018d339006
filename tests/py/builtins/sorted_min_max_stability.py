def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

data = [('b', 2), ('a', 2), ('c', 1)]
t(lambda: min(data, key=lambda p: p[1]))
t(lambda: max(data, key=lambda p: p[1]))
t(lambda: sorted(data, key=lambda p: p[1]))
t(lambda: sorted(data, key=lambda p: p[1], reverse=True))
t(lambda: max('apple', 'fig', 'kiwi', key=len))
t(lambda: min(3, 1.0, True))
t(lambda: max([0.0, -0.0]))
t(lambda: max((1, 2), (1, 3)))
t(lambda: min(['b', 'B', 'a']))
t(lambda: max({1: 'z', 2: 'a'}.items()))
t(lambda: sorted([(2, 'x'), (1,)]))
t(lambda: min([[3], [1, 2]], key=len))
t(lambda: max(range(10), key=lambda x: -abs(x - 4)))
t(lambda: sorted(['a10', 'a9'], key=lambda s: int(s[1:])))
t(lambda: sorted([3, 1, 2], key=lambda x: -x))
t(lambda: [*map(max, zip([1, 5], [4, 2]))])

# expect: ('c', 1)
# expect: ('b', 2)
# expect: [('c', 1), ('b', 2), ('a', 2)]
# expect: [('b', 2), ('a', 2), ('c', 1)]
# expect: 'apple'
# expect: 1.0
# expect: 0.0
# expect: (1, 3)
# expect: 'B'
# expect: (2, 'a')
# expect: [(1,), (2, 'x')]
# expect: [3]
# expect: 4
# expect: ['a9', 'a10']
# expect: [3, 2, 1]
# expect: [4, 5]
