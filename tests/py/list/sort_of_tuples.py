# Tuples are compared item by item, as `<` does.
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, other): return self.v < other.v
    def __eq__(self, other): return isinstance(other, K) and self.v == other.v
    def __repr__(self): return "K%d" % self.v


nan = float("nan")
print(sorted([(2, "b"), (1, "z"), (2, "a"), (1,)]), sorted([(1.0, 2), (1, 1), (0.5, 9), (1, 1.5)]))
print(sorted([("é", 1), ("e", 2), ("€", 0), ("e", 1)]), sorted([((1, 2), 3), ((1, 1), 4), ((1,), 5)]))
print(sorted([(K(2), 1), (K(1), 2), (K(2), 0)]), sorted([(10**30, 1), (10**29, 2), (5, 3)]), sorted([(True, 2), (1, 1), (0, 3)]))
print([len(t) for t in sorted([(nan, 1), (nan, 0, 0)])], sorted([(b"b",), (b"a",)]), sorted([((), 1), ((), 0)]), sorted([(None, 2), (None, 1)]))
for bad in ([(1, None), (1, 3)], [(1, "a"), (1, 2)], [(1j, 0), (2j, 0)]):
    try: sorted(bad)
    except TypeError as e: print(e)
data = [(i * 7919 % 101, str(i % 7)) for i in range(1000)]
ordered = sorted(data)
print(all(a <= b for a, b in zip(ordered, ordered[1:])), ordered[:3], sorted(data, reverse=True)[:2], min(data), max(data))


class Bad:
    def __eq__(self, other): raise KeyError("eq")
    def __lt__(self, other): return True


try: sorted([(Bad(),), (Bad(),)])
except KeyError as e: print("KeyError", e)
import bisect
print(bisect.bisect([1, 3, 5], 3), bisect.bisect_left(["a", "c"], "b"), bisect.bisect((1.0, 2.5), 2), bisect.bisect([(1, 2), (3, 4)], (3,)), bisect.bisect([5, 3, 1], -3, key=lambda v: -v))
l = [1, 4]; bisect.insort(l, 2.5); bisect.insort_left(l, 4.0)
print(l, max("ab", "b", key=len), max([1, 2.5, 2]), min(["b", "a"]), max([(1, "b"), (1, "c")]), min([3, 1, 2], key=str), max(2, 2.0), min([10**20, 10**19]))

# expect: [(1,), (1, 'z'), (2, 'a'), (2, 'b')] [(0.5, 9), (1, 1), (1, 1.5), (1.0, 2)]
# expect: [('e', 1), ('e', 2), ('é', 1), ('€', 0)] [((1,), 5), ((1, 1), 4), ((1, 2), 3)]
# expect: [(K1, 2), (K2, 0), (K2, 1)] [(5, 3), (100000000000000000000000000000, 2), (1000000000000000000000000000000, 1)] [(0, 3), (1, 1), (True, 2)]
# expect: [3, 2] [(b'a',), (b'b',)] [((), 0), ((), 1)] [(None, 1), (None, 2)]
# expect: '<' not supported between instances of 'int' and 'NoneType'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'complex' and 'complex'
# expect: True [(0, '0'), (0, '0'), (0, '1')] [(100, '6'), (100, '5')] (0, '0') (100, '6')
# expect: KeyError 'eq'
# expect: 2 1 1 1 2
# expect: [1, 2.5, 4.0, 4] ab 2.5 a (1, 'c') 1 2 10000000000000000000
