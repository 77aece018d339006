def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import itertools as it
t(lambda: list(it.islice(it.count(), 3)))
t(lambda: list(it.islice(it.count(5, -2), 3)))
t(lambda: list(it.islice(it.count(1.5, 0.5), 3)))
t(lambda: list(it.islice(it.cycle('ab'), 5)))
t(lambda: list(it.repeat(1, 3)))
t(lambda: list(it.islice(it.repeat('x'), 2)))
t(lambda: it.count(3))
t(lambda: it.repeat(5, 2))
t(lambda: list(it.cycle([])))
t(lambda: list(it.repeat(1, 0)))
t(lambda: list(it.repeat(1, -1)))
t(lambda: list(it.islice(it.count(2 ** 63 - 1), 3)))
t(lambda: list(it.islice(it.count(10 ** 20), 2)))
t(lambda: it.repeat(1, 3).__length_hint__())
t(lambda: it.count('a'))
t(lambda: it.cycle(5))
t(lambda: it.repeat())
t(lambda: it.repeat(1, 'a'))
t(lambda: it.count(1, 'x'))
c = it.count(); next(c); next(c); print(c, next(c))

# expect: [0, 1, 2]
# expect: [5, 3, 1]
# expect: [1.5, 2.0, 2.5]
# expect: ['a', 'b', 'a', 'b', 'a']
# expect: [1, 1, 1]
# expect: ['x', 'x']
# expect: count(3)
# expect: repeat(5, 2)
# expect: []
# expect: []
# expect: []
# expect: [9223372036854775807, 9223372036854775808, 9223372036854775809]
# expect: [100000000000000000000, 100000000000000000001]
# expect: 3
# expect: TypeError a number is required
# expect: TypeError 'int' object is not iterable
# expect: TypeError repeat() missing required argument 'object' (pos 1)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError a number is required
# expect: count(3) 2
