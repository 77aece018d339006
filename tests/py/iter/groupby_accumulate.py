def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import itertools as it, operator
t(lambda: [(k, list(g)) for k, g in it.groupby('aabbbca')])
t(lambda: [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)])
t(lambda: [k for k, g in it.groupby([])])
t(lambda: list(it.accumulate([1, 2, 3])))
t(lambda: list(it.accumulate([1, 2, 3], operator.mul)))
t(lambda: list(it.accumulate('abc')))
t(lambda: list(it.accumulate([1, 2], initial=10)))
t(lambda: list(it.accumulate([])))
t(lambda: list(it.accumulate([], initial=5)))
t(lambda: list(it.accumulate([3, 1, 4, 1, 5], max)))
g = it.groupby('aab'); k1, g1 = next(g); k2, g2 = next(g); print(k1, list(g1), k2, list(g2))
t(lambda: list(it.accumulate([1, 'a'])))
t(lambda: it.groupby(5))
t(lambda: list(it.groupby([1], key=5)))
t(lambda: it.accumulate(5))

# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c']), ('a', ['a'])]
# expect: [(1, [1, 3]), (0, [2, 4])]
# expect: []
# expect: [1, 3, 6]
# expect: [1, 2, 6]
# expect: ['a', 'ab', 'abc']
# expect: [10, 11, 13]
# expect: []
# expect: [5]
# expect: [3, 3, 4, 4, 5]
# expect: a [] b ['b']
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not callable
# expect: TypeError 'int' object is not iterable
