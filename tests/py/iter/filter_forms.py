def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list(filter(None, [0, 1, '', [], 'a', None, 0.0, {1}])))
t(lambda: list(filter(bool, [0, 1])))
t(lambda: list(filter(lambda s: s.startswith('a'), ['ab', 'b'])))
t(lambda: list(filter(str.strip, [' ', 'x'])))
t(lambda: list(filter({1, 2}.__contains__, [1, 3])))
t(lambda: list(filter(lambda p: p[0] < p[1], [(1, 2), (3, 1)])))
t(lambda: list(filter(None, {})))
t(lambda: ''.join(filter(str.isalpha, 'a1b2')))
t(lambda: sum(filter(lambda x: x % 2, range(10))))
t(lambda: next(filter(lambda x: x > 5, range(10))))
t(lambda: list(filter(lambda x: [], [1])))
t(lambda: list(filter(lambda x, y: 1, [1])))
t(lambda: list(filter(lambda x: x < 2, [1, 'a'])))

# expect: [1, 'a', {1}]
# expect: [1]
# expect: ['ab']
# expect: ['x']
# expect: [1]
# expect: [(1, 2)]
# expect: []
# expect: 'ab'
# expect: 25
# expect: 6
# expect: []
# expect: TypeError <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'y'
# expect: TypeError '<' not supported between instances of 'str' and 'int'
