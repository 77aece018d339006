def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import itertools as it
t(lambda: list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])))
t(lambda: list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
t(lambda: list(it.filterfalse(lambda x: x % 2, range(5))))
t(lambda: list(it.filterfalse(None, [0, 1, ''])))
t(lambda: list(it.compress('abcd', [1, 0, 1])))
t(lambda: list(it.starmap(pow, [(2, 3), (3, 2)])))
t(lambda: list(it.pairwise('abcd')))
t(lambda: list(it.pairwise('a')))
t(lambda: list(it.batched('abcde', 2)))
t(lambda: list(it.zip_longest('abc', 'x')))
t(lambda: list(it.zip_longest('ab', 'x', fillvalue='-')))
t(lambda: list(it.zip_longest()))
t(lambda: it.takewhile(1))
t(lambda: list(it.starmap(pow, [1])))
t(lambda: it.batched('a', 0))
t(lambda: list(it.batched('abc', 2, strict=True)))
t(lambda: it.pairwise(5))
t(lambda: it.zip_longest('a', bad=1))
t(lambda: list(it.dropwhile(5, [1])))

# expect: [1, 2]
# expect: [3, 1]
# expect: [0, 2, 4]
# expect: [0, '']
# expect: ['a', 'c']
# expect: [8, 9]
# expect: [('a', 'b'), ('b', 'c'), ('c', 'd')]
# expect: []
# expect: [('a', 'b'), ('c', 'd'), ('e',)]
# expect: [('a', 'x'), ('b', None), ('c', None)]
# expect: [('a', 'x'), ('b', '-')]
# expect: []
# expect: TypeError takewhile expected 2 arguments, got 1
# expect: TypeError 'int' object is not iterable
# expect: ValueError n must be at least one
# expect: ValueError batched(): incomplete batch
# expect: TypeError 'int' object is not iterable
# expect: TypeError zip_longest() got an unexpected keyword argument
# expect: TypeError 'int' object is not callable
