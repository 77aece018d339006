def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

e = enumerate('abc', -1)
t(lambda: next(e))
t(lambda: list(e))
t(lambda: next(e, 'end'))
t(lambda: list(enumerate(iterable='x', start=2 ** 63)))
t(lambda: list(enumerate(enumerate('a'))))
t(lambda: enumerate([]).__reduce__()[0].__name__)
t(lambda: [i for i, _ in enumerate('aaa', 10)])
t(lambda: dict(enumerate('ab', True)))
t(lambda: enumerate('a', 1.5))
t(lambda: enumerate('a', None))
l = [1, 2]; out = []
for i, x in enumerate(l):
    if i < 3: l.append(x + 2)
    out.append((i, x))
t(lambda: out)

# expect: (-1, 'a')
# expect: [(0, 'b'), (1, 'c')]
# expect: 'end'
# expect: [(9223372036854775808, 'x')]
# expect: [(0, (0, 'a'))]
# expect: 'enumerate'
# expect: [10, 11, 12]
# expect: {1: 'a', 2: 'b'}
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]
