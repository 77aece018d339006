import itertools as it
def g():
    for i in range(6): yield i
a, b = it.tee(g()); print(list(a), sum(b))
print(list(it.chain(g(), 'ab')), list(it.islice(g(), 1, 5, 2)), list(it.pairwise(g())))
print([(k, list(v)) for k, v in it.groupby(g(), lambda x: x // 2)])
print(list(it.accumulate(g())), list(it.compress(g(), [1, 0, 1])), list(it.dropwhile(lambda x: x < 3, g())))
print(list(it.chain.from_iterable(range(i) for i in range(4))), list(it.batched(g(), 4)))
print(list(it.starmap(pow, ((x, 2) for x in g()))), list(it.zip_longest(g(), 'ab', fillvalue='-')))

# expect: [0, 1, 2, 3, 4, 5] 15
# expect: [0, 1, 2, 3, 4, 5, 'a', 'b'] [1, 3] [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]
# expect: [(0, [0, 1]), (1, [2, 3]), (2, [4, 5])]
# expect: [0, 1, 3, 6, 10, 15] [0, 2] [3, 4, 5]
# expect: [0, 0, 1, 0, 1, 2] [(0, 1, 2, 3), (4, 5)]
# expect: [0, 1, 4, 9, 16, 25] [(0, 'a'), (1, 'b'), (2, '-'), (3, '-'), (4, '-'), (5, '-')]
