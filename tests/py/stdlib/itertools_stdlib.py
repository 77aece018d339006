import itertools as it
print(list(it.accumulate([3, 1, 2], max)), list(it.batched('abcde', 2)), [''.join(g) for _, g in it.groupby('aabbb')], list(it.islice(it.count(1, 3), 4)), list(it.combinations('abc', 2)), list(it.product([0, 1], repeat=2)), list(it.zip_longest('ab', 'c')), list(it.pairwise([1, 2, 3])), list(it.starmap(max, [(1, 2)])), list(it.chain.from_iterable(['ab', 'c'])))

# expect: [3, 3, 3] [('a', 'b'), ('c', 'd'), ('e',)] ['aa', 'bbb'] [1, 4, 7, 10] [('a', 'b'), ('a', 'c'), ('b', 'c')] [(0, 0), (0, 1), (1, 0), (1, 1)] [('a', 'c'), ('b', None)] [(1, 2), (2, 3)] [2] ['a', 'b', 'c']
