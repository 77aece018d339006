def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import itertools as it
t(lambda: list(it.islice('abcdef', 2)))
t(lambda: list(it.islice('abcdef', 2, 4)))
t(lambda: list(it.islice('abcdef', 1, None, 2)))
t(lambda: list(it.islice('ab', 5)))
t(lambda: list(it.islice('abc', 0)))
t(lambda: list(it.islice('abc', None)))
t(lambda: list(it.islice('abc', 3, 1)))
t(lambda: it.islice('a', -1))
t(lambda: it.islice('a', 'b'))
t(lambda: it.islice('a', 1, 2, 0))
t(lambda: it.islice('a'))
t(lambda: it.islice(5, 1))
i = iter(range(10)); print(list(it.islice(i, 2)), list(it.islice(i, 1, 3)), next(i))

# expect: ['a', 'b']
# expect: ['c', 'd']
# expect: ['b', 'd', 'f']
# expect: ['a', 'b']
# expect: []
# expect: ['a', 'b', 'c']
# expect: []
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Step for islice() must be a positive integer or None.
# expect: TypeError islice expected at least 2 arguments, got 1
# expect: TypeError 'int' object is not iterable
# expect: [0, 1] [3, 4] 5
