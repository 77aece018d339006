def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list())
t(lambda: list('abc'))
t(lambda: list((1, 2)))
t(lambda: list({1: 2}))
t(lambda: list(range(3)))
t(lambda: list(x for x in 'xy'))
t(lambda: list([1]))
t(lambda: [])
t(lambda: [1, 'a', None])
t(lambda: list(b'ab'))
t(lambda: list({}))
t(lambda: [*'ab'])
t(lambda: list(zip([1], [2])))
t(lambda: list(map(str, [1])))
t(lambda: list(5))
t(lambda: list(1, 2))
t(lambda: list(None))
t(lambda: list(x=1))

# expect: []
# expect: ['a', 'b', 'c']
# expect: [1, 2]
# expect: [1]
# expect: [0, 1, 2]
# expect: ['x', 'y']
# expect: [1]
# expect: []
# expect: [1, 'a', None]
# expect: [97, 98]
# expect: []
# expect: ['a', 'b']
# expect: [(1, 2)]
# expect: ['1']
# expect: TypeError 'int' object is not iterable
# expect: TypeError list expected at most 1 argument, got 2
# expect: TypeError 'NoneType' object is not iterable
# expect: TypeError list() takes no keyword arguments
