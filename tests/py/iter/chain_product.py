def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import itertools as it
t(lambda: list(it.chain('ab', [1])))
t(lambda: list(it.chain()))
t(lambda: list(it.chain.from_iterable(['ab', 'c'])))
t(lambda: list(it.product('ab', [1, 2])))
t(lambda: list(it.product('ab', repeat=2)))
t(lambda: list(it.product()))
t(lambda: list(it.product([], 'a')))
t(lambda: len(list(it.product(range(3), repeat=4))))
t(lambda: list(it.permutations('abc', 2)))
t(lambda: list(it.permutations([1, 2, 3])))
t(lambda: list(it.permutations('a', 2)))
t(lambda: list(it.combinations('abcd', 2)))
t(lambda: list(it.combinations('ab', 3)))
t(lambda: list(it.combinations_with_replacement('ab', 2)))
t(lambda: list(it.combinations([], 0)))
t(lambda: list(it.permutations([])))
t(lambda: list(it.chain('a', 5)))
t(lambda: it.chain.from_iterable(5))
t(lambda: it.product(5))
t(lambda: it.permutations('a', -1))
t(lambda: it.combinations('a'))
t(lambda: it.combinations('a', -1))
t(lambda: it.product('a', repeat=-1))
t(lambda: list(it.chain.from_iterable([1])))

# expect: ['a', 'b', 1]
# expect: []
# expect: ['a', 'b', 'c']
# expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)]
# expect: [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')]
# expect: [()]
# expect: []
# expect: 81
# expect: [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]
# expect: [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)]
# expect: []
# expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]
# expect: []
# expect: [('a', 'a'), ('a', 'b'), ('b', 'b')]
# expect: [()]
# expect: [()]
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: ValueError r must be non-negative
# expect: TypeError combinations() missing required argument 'r' (pos 2)
# expect: ValueError r must be non-negative
# expect: ValueError repeat argument cannot be negative
# expect: TypeError 'int' object is not iterable
