import itertools as it, operator, functools, collections
class Countdown:
    def __init__(s, n): s.n = n
    def __iter__(s): return CI(s.n)
    def __reversed__(s): return iter(range(1, s.n + 1))
    def __length_hint__(s): return s.n
class CI:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        if s.n <= 0: raise StopIteration
        s.n -= 1; return s.n + 1
c = Countdown(3); print(list(c), list(reversed(c)), operator.length_hint(c), [*c, *c], dict(zip(c, "abc")), 2 in c, max(c), sum(c), tuple(c), set(c) == {1, 2, 3})
a, *b = c; print(a, b); x, y, z = c; print(x, y, z)
class Old:
    def __getitem__(s, i):
        if i > 3: raise IndexError
        return i * i
print(list(Old()), 4 in Old(), list(reversed(type("R", (Old,), {"__len__": lambda s: 4})())))
print(list(iter(functools.partial(next, iter([1, 2, 0, 5])), 0)))
print(list(it.chain([1], "ab")), list(it.combinations("abc", 2)), list(it.permutations("ab")), list(it.product([0, 1], repeat=2)), list(it.combinations_with_replacement("ab", 2)), list(it.compress("abcd", [1, 0, 1])), list(it.dropwhile(lambda v: v < 3, [1, 3, 1])), list(it.filterfalse(bool, [0, 1])), list(it.islice(it.count(5, 2), 3)), list(it.islice("abcdef", 1, None, 2)), list(it.starmap(pow, [(2, 3)])), list(it.zip_longest("ab", "c", fillvalue="-")), [list(g) for k, g in it.groupby("aabc")], list(it.repeat(1, 2)), [list(t) for t in it.tee("ab")], list(it.islice(it.cycle("ab"), 5)), list(it.accumulate([3, 1, 2], max)), list(it.batched("abcde", 2)) if hasattr(it, "batched") else [])
for f in (lambda: list(it.islice([], -1)), lambda: next(iter([])), lambda: it.combinations("a", -1), lambda: list(it.starmap(pow, [1])), lambda: it.product("a", repeat=-1), lambda: it.count("a"), lambda: it.groupby(), lambda: list(zip([1], [2, 3], strict=True)), lambda: it.permutations("a", "b"), lambda: it.tee("a", -1), lambda: list(map(lambda a, b: a, [1], [2, 3])), lambda: list(map(None, [1])), lambda: list(it.accumulate([1, "a"])), lambda: [*5], lambda: dict([(1, 2, 3)]), lambda: it.chain.from_iterable([1]).__next__()):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
l = [1, 2, 3]; i = iter(l); next(i); l.append(4); print(list(i), list(i)); l2 = [1, 2, 3]
for v in l2:
    if v < 3: l2.append(v * 10)
    if len(l2) > 8: break
print(l2)
for mut in (lambda d: d.update(z=1), lambda d: d.pop("a")):
    d = {"a": 1, "b": 2}
    try:
        for k in d: mut(d)
    except RuntimeError as e: print(e)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
dq = collections.deque([1, 2])
try:
    for k in dq: dq.append(1)
except RuntimeError as e: print(e)
def gen():
    try: yield from (i for i in range(3))
    finally: print("fin")
g = gen(); print(next(g)); del g
z = zip(range(3), "ab"); print(next(z), list(z)); e = enumerate("ab", 5); print(list(e)); print(list(filter(None, [0, "", 1])), any([]), all([]), sum([[1], [2]], []), sorted("bca", reverse=True, key=lambda c: -ord(c)), min([], default="d"), list(reversed(range(3))), range(10)[2:8:3], range(5).index(3), 3 in range(0, 10, 3), range(0) == range(2, 2), len(range(10, 0, -3)), divmod(7, -2))

# expect: [3, 2, 1] [1, 2, 3] 3 [3, 2, 1, 3, 2, 1] {3: 'a', 2: 'b', 1: 'c'} True 3 6 (3, 2, 1) True
# expect: 3 [2, 1]
# expect: 3 2 1
# expect: [0, 1, 4, 9] True [9, 4, 1, 0]
# expect: [1, 2]
# expect: [1, 'a', 'b'] [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'b'), ('b', 'a')] [(0, 0), (0, 1), (1, 0), (1, 1)] [('a', 'a'), ('a', 'b'), ('b', 'b')] ['a', 'c'] [3, 1] [0] [5, 7, 9] ['b', 'd', 'f'] [8] [('a', 'c'), ('b', '-')] [['a', 'a'], ['b'], ['c']] [1, 1] [['a', 'b'], ['a', 'b']] ['a', 'b', 'a', 'b', 'a'] [3, 3, 3] [('a', 'b'), ('c', 'd'), ('e',)]
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: StopIteration 
# expect: ValueError r must be non-negative
# expect: TypeError 'int' object is not iterable
# expect: ValueError repeat argument cannot be negative
# expect: TypeError a number is required
# expect: TypeError groupby() missing required argument 'iterable' (pos 1)
# expect: ValueError zip() argument 2 is longer than argument 1
# expect: TypeError Expected int as r
# expect: ValueError n must be >= 0
# expect: [1]
# expect: TypeError 'NoneType' object is not callable
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError Value after * must be an iterable, not int
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError 'int' object is not iterable
# expect: [2, 3, 4] []
# expect: [1, 2, 3, 10, 20]
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: Set changed size during iteration
# expect: deque mutated during iteration
# expect: 0
# expect: fin
# expect: (0, 'a') [(1, 'b')]
# expect: [(5, 'a'), (6, 'b')]
# expect: [1] False True [1, 2] ['a', 'b', 'c'] d [2, 1, 0] range(2, 8, 3) 3 True True 4 (-4, -1)
