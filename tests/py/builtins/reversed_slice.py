def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list(reversed([1, 2])))
t(lambda: list(reversed('ab')))
t(lambda: list(reversed(range(3))))
t(lambda: list(reversed((1,))))
t(lambda: list(reversed({'a': 1, 'b': 2})))
t(lambda: list(reversed({}.items())))
t(lambda: slice(1))
t(lambda: slice(1, 2, 3))
t(lambda: list(reversed(type('R', (), {'__reversed__': lambda s: iter('xy')})())))
t(lambda: list(reversed(type('S', (), {'__len__': lambda s: 2, '__getitem__': lambda s, i: i})())))
t(lambda: reversed(5))
t(lambda: reversed({1}))
t(lambda: reversed())
t(lambda: reversed(x for x in ()))
t(lambda: slice())
t(lambda: reversed(type('N', (), {'__reversed__': None})()))
t(lambda: reversed(type('L', (), {'__len__': lambda s: 2})()))

# expect: [2, 1]
# expect: ['b', 'a']
# expect: [2, 1, 0]
# expect: [1]
# expect: ['b', 'a']
# expect: []
# expect: slice(None, 1, None)
# expect: slice(1, 2, 3)
# expect: ['x', 'y']
# expect: [1, 0]
# expect: TypeError 'int' object is not reversible
# expect: TypeError 'set' object is not reversible
# expect: TypeError reversed expected 1 argument, got 0
# expect: TypeError 'generator' object is not reversible
# expect: TypeError slice expected at least 1 argument, got 0
# expect: TypeError 'N' object is not reversible
# expect: TypeError 'L' object is not reversible
