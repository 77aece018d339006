def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list(enumerate('ab')))
t(lambda: list(enumerate('ab', 5)))
t(lambda: list(enumerate([], start=1)))
t(lambda: list(enumerate('a', 10 ** 30)))
t(lambda: list(zip('ab', [1, 2])))
t(lambda: list(zip()))
t(lambda: list(zip('a')))
t(lambda: list(zip('abc', 'de')))
t(lambda: list(zip('ab', 'cd', strict=True)))
t(lambda: dict(zip('ab', range(2))))
t(lambda: next(enumerate('x')))
t(lambda: list(zip(*[(1, 2), (3, 4)])))
t(lambda: enumerate())
t(lambda: enumerate(5))
t(lambda: enumerate('a', 'b'))
t(lambda: zip(5))
t(lambda: zip('a', 5))
t(lambda: list(zip('ab', 'c', strict=True)))
t(lambda: list(zip('a', 'bc', strict=True)))
t(lambda: list(zip('ab', 'cd', 'e', strict=True)))
t(lambda: zip('a', bad=1))
t(lambda: enumerate('a', start='x'))

# expect: [(0, 'a'), (1, 'b')]
# expect: [(5, 'a'), (6, 'b')]
# expect: []
# expect: [(1000000000000000000000000000000, 'a')]
# expect: [('a', 1), ('b', 2)]
# expect: []
# expect: [('a',)]
# expect: [('a', 'd'), ('b', 'e')]
# expect: [('a', 'c'), ('b', 'd')]
# expect: {'a': 0, 'b': 1}
# expect: (0, 'x')
# expect: [(1, 3), (2, 4)]
# expect: TypeError enumerate() missing required argument 'iterable'
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: ValueError zip() argument 2 is shorter than argument 1
# expect: ValueError zip() argument 2 is longer than argument 1
# expect: ValueError zip() argument 3 is shorter than arguments 1-2
# expect: TypeError zip() got an unexpected keyword argument 'bad'
# expect: TypeError 'str' object cannot be interpreted as an integer
