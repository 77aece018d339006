# Functions that walk lists, tuples, ranges and strings by position see what a for loop would see.
# since-3.14: unhashable type: 'list' => cannot use 'list' as a set element (unhashable type: 'list')
import collections, math


class Grow:
    def __init__(self, to, n): self.to, self.n = to, n
    def __hash__(self):
        if self.n: self.to.append(self.n); self.n -= 1
        return 7
    def __eq__(self, other): return self is other
    def __add__(self, other): self.to.clear(); return 10
    __radd__ = __add__
    def __bool__(self): self.to.append(1); return False


l = []
l.append(Grow(l, 3))
s = set(l)
print(len(l), sorted(v for v in s if isinstance(v, int)))
l = [1, 2]
l[1:] = [Grow(l, 0), 5, 6]
print(sum(l), l)
l = []
l.append(Grow(l, 0))
print(any(l), l[1:])


def shrinking(l):
    for v in list(l): yield v; l and l.pop()


l = list(range(6))
print(max(l, key=lambda v: l.pop() if len(l) > 3 else 0), l)
d = collections.deque([1, 2, 3], maxlen=4)
d.extend(d)
print(d)
d.extendleft(range(3))
d.extend((7, 8))
print(d, collections.deque("abc", 2))
l = [1, 2, 3]
l.extend(range(10, 4, -2)); l += "xy"; l.extend(shrinking([5, 6]))
print(l)
print(list(range(2**62 - 1, 2**62 + 2)), sum(range(2**61, 2**61 + 3)), list(range(0)), set(range(5, 0, -1)))
print(sum([True, 2, 3.5, 2j]), sum([0.1] * 10), sum((1, 2), start=10), sum([[1], [2]], []))
print(math.prod([2**61, 4, 0.5]), math.prod((1.5, 2)), math.prod([]), math.fsum([1e100, 1.0, -1e100]))
print(dict.fromkeys("aba", 1), dict.fromkeys((3, 1)), dict.fromkeys(range(2), []))
for bad in (lambda: sum([1, "a"]), lambda: set([[]]), lambda: sum(5), lambda: any(3), lambda: max([])):
    try: bad()
    except (TypeError, ValueError) as e: print(type(e).__name__, e)


def failing():
    yield 1
    raise KeyError("stop")


for f in (sum, set, list, max, any, all, dict.fromkeys, math.prod, collections.deque):
    try: print(f(failing()))
    except KeyError as e: print(f.__name__, e)

# expect: 2 [3]
# expect: 10 []
# expect: True [1]
# expect: 0 [0, 1, 2]
# expect: deque([3, 1, 2, 3], maxlen=4)
# expect: deque([0, 3, 7, 8], maxlen=4) deque(['b', 'c'], maxlen=2)
# expect: [1, 2, 3, 10, 8, 6, 'x', 'y', 5, 6]
# expect: [4611686018427387903, 4611686018427387904, 4611686018427387905] 6917529027641081859 [] {1, 2, 3, 4, 5}
# expect: (6.5+2j) 1.0 13 [1, 2]
# expect: 4.611686018427388e+18 3.0 1 1.0
# expect: {'a': 1, 'b': 1} {3: None, 1: None} {0: [], 1: []}
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError cannot use 'list' as a set element (unhashable type: 'list')
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: ValueError max() iterable argument is empty
# expect: sum 'stop'
# expect: set 'stop'
# expect: list 'stop'
# expect: max 'stop'
# expect: True
# expect: all 'stop'
# expect: fromkeys 'stop'
# expect: prod 'stop'
# expect: deque 'stop'
