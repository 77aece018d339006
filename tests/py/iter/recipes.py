def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import itertools as it, operator, collections
def take(n, x): return list(it.islice(x, n))
def nth(x, n, d=None): return next(it.islice(x, n, None), d)
def flatten(l): return it.chain.from_iterable(l)
def unique(x):
    seen = set()
    for e in it.filterfalse(seen.__contains__, x): seen.add(e); yield e
def powerset(x): s = list(x); return it.chain.from_iterable(it.combinations(s, r) for r in range(len(s) + 1))
def roundrobin(*xs):
    its = [iter(x) for x in xs]
    while its:
        for i in its[:]:
            try: yield next(i)
            except StopIteration: its.remove(i)
def window(x, n):
    i = iter(x); d = collections.deque(it.islice(i, n - 1), maxlen=n)
    for e in i: d.append(e); yield tuple(d)
def partition(p, x): a, b = it.tee(x); return list(it.filterfalse(p, a)), list(filter(p, b))
t(lambda: take(3, it.count()))
t(lambda: nth('abc', 1))
t(lambda: nth('a', 5, 'd'))
t(lambda: list(flatten([[1], [2, 3]])))
t(lambda: list(unique('abacb')))
t(lambda: list(powerset('abc')))
t(lambda: list(roundrobin('abc', 'd', 'ef')))
t(lambda: list(window('abcd', 2)))
t(lambda: partition(lambda x: x > 2, range(5)))
t(lambda: sum(map(operator.mul, [1, 2], [3, 4])))
t(lambda: list(map(''.join, it.product('ab', 'cd'))))
t(lambda: dict(zip('ab', it.count())))
t(lambda: [k for k, _ in it.groupby(sorted('banana'))])
t(lambda: max(it.groupby('aabbbc'), key=lambda kg: len(list(kg[1])))[0])
t(lambda: list(it.islice(it.cycle('ab'), 3, 6)))
t(lambda: ''.join(c * n for c, n in zip('abc', it.count(1))))

# expect: [0, 1, 2]
# expect: 'b'
# expect: 'd'
# expect: [1, 2, 3]
# expect: ['a', 'b', 'c']
# expect: [(), ('a',), ('b',), ('c',), ('a', 'b'), ('a', 'c'), ('b', 'c'), ('a', 'b', 'c')]
# expect: ['a', 'd', 'e', 'b', 'f', 'c']
# expect: [('a', 'b'), ('b', 'c'), ('c', 'd')]
# expect: ([0, 1, 2], [3, 4])
# expect: 11
# expect: ['ac', 'ad', 'bc', 'bd']
# expect: {'a': 0, 'b': 1}
# expect: ['a', 'b', 'n']
# expect: 'b'
# expect: ['b', 'a', 'b']
# expect: 'abbccc'
