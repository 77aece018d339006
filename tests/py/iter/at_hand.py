# What iterators take from lists and tuples at hand, without a call: lists that change, tuples that are kept, finalizers in between.
import itertools


def show(*args):
    print(*args)


# Pairs that somebody keeps are new ones.
kept = [p for p in zip([1, 2, 3], "abc")]
show(kept)  # expect: [(1, 'a'), (2, 'b'), (3, 'c')]
z = zip([1, 2, 3], (4, 5, 6))
a = next(z)
b = next(z)
show(a, b, a is b)  # expect: (1, 4) (2, 5) False
del a
show(next(z), b)  # expect: (3, 6) (2, 5)
show(list(zip([1, 2], (x for x in [[], {}]))))  # expect: [(1, []), (2, {})]
show(list(zip([1, 2, 3], [1])), list(zip([], [1])))  # expect: [(1, 1)] []
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as e:
    show(e)  # expect: zip() argument 2 is shorter than argument 1

# A list that grows or shrinks meanwhile.
grown = [1, 2]
z = zip(grown, itertools.count())
show(next(z))  # expect: (1, 0)
grown.append(3)
show(list(z))  # expect: [(2, 1), (3, 2)]
l = [1, 2, 3, 4]
seen = []
for i, v in enumerate(l):
    seen.append(v)
    if i == 1: l.pop()
show(seen)  # expect: [1, 2, 3]

# chain: an iterator that is held outside stays at its end.
source = [1, 2]
it = iter(source)
c = itertools.chain(it, [3])
show(list(c))  # expect: [1, 2, 3]
source.append(9)
show(list(it))  # expect: []
show(list(itertools.chain.from_iterable([[1], (2, 3), [], (), [4], "ab", range(2)])))  # expect: [1, 2, 3, 4, 'a', 'b', 0, 1]
show(list(itertools.chain([], [], [1])), list(itertools.chain()))  # expect: [1] []
try:
    list(itertools.chain([1], 5))
except TypeError as e:
    show(e)  # expect: 'int' object is not iterable


class Loud:
    def __init__(self, out, name): self.out, self.name = out, name
    def __del__(self): self.out.append(self.name)


out = []
c = itertools.chain([Loud(out, "a")], [Loud(out, "b"), Loud(out, "c")])
next(c)
next(c)
show(out)  # expect: []
del c
show(sorted(out))  # expect: ['a', 'b', 'c']


class Again:
    """Advances the chain while the chain drops it."""
    def __del__(self): got.append(next(chained, None))


got = []
lists = iter([[Again()], [1, 2, 3]])
chained = itertools.chain.from_iterable(lists)
next(chained)
show(list(chained), got)  # expect: [1, 2, 3] [None]

# islice and its source, tee, pairwise, zip_longest, product.
it = iter([1, 2, 3, 4, 5, 6])
show(list(itertools.islice(it, 1, 5, 2)), list(it))  # expect: [2, 4] [6]
it = iter([1, 2, 3])
show(list(itertools.islice(it, 2)), list(it))  # expect: [1, 2] [3]
x, y = itertools.tee([1, 2, 3])
show(next(x), next(x), next(y), list(x), list(y))  # expect: 1 2 1 [3] [2, 3]
x, y = itertools.tee(range(120))
show(sum(x), sum(y), next(x, None))  # expect: 7140 7140 None
p = itertools.pairwise([1, 2, 3, 4])
show([next(p), next(p)], list(p))  # expect: [(1, 2), (2, 3)] [(3, 4)]
show(list(itertools.zip_longest([1, 2, 3], [4], fillvalue=0)))  # expect: [(1, 4), (2, 0), (3, 0)]
pr = itertools.product([1, 2], "ab")
first = next(pr)
show(first, list(pr))  # expect: (1, 'a') [(1, 'b'), (2, 'a'), (2, 'b')]
show(list(itertools.combinations([[1], 2, 3], 2)))  # expect: [([1], 2), ([1], 3), (2, 3)]

# Backward.
d = {1: "a", 2: "b", 3: "c"}
del d[2]
show(list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))  # expect: [3, 1] ['c', 'a'] [(3, 'c'), (1, 'a')]
show("".join(reversed("größe")), list(reversed((1, 2))))  # expect: eßörg [2, 1]
l = [1, 2, 3, 4]
r = reversed(l)
next(r)
del l[1:]
show(list(r))  # expect: []
