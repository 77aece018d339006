class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), 99 in Seq(), list(reversed([1, 2])), [*Seq()], dict(enumerate(Seq())))
print(max(Seq()), list(zip(Seq(), 'abc')))
class Cnt:
    def __init__(s, n):
        s.n = n
    def __iter__(s):
        s.i = 0
        return s
    def __next__(s):
        if s.i >= s.n:
            raise StopIteration
        s.i += 1
        return s.i
for x in Cnt(3):
    print(x, end=' ')
else:
    print('else')
a, *b, c = Cnt(5)
print(a, b, c)
print(sum(Cnt(4)), list(iter(iter([1, 2, 0, 3]).__next__, 0)), next(iter([]), 'dflt'))
it = iter([1, 2, 3])
print(next(it), it.__length_hint__(), list(it), list(it))
d = {'a': 1, 'b': 2}
try:
    for k in d:
        d[k + k] = 1
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for k in s:
        s.add(k + 10)
except RuntimeError as e:
    print(e)
l = [1, 2, 3]
for x in l:
    if x < 3:
        l.append(x + 10)
    if len(l) > 8:
        break
print(l)
for i, (p, q) in enumerate([(1, 2), (3, 4)], start=1):
    print(i, p, q)
for i in range(3):
    for j in range(3):
        if j == 2:
            break
    else:
        continue
    if i == 1:
        break
print(i, j)
print([(x, y) for x in range(3) if x for y in range(x) if y % 2 == 0])
print({x: y for x, y in zip('ab', [1, 2])}, {x % 3 for x in range(10)})
print([[j for j in range(i)] for i in range(3)], list((x for x in [1, 2])))
print(any((x > 2 for x in [1, 2, 3])), all([]), sorted('hello', reverse=True))
print(list(map(lambda *a: a, [1, 2], 'ab')), list(filter(None, [0, 1, '', 'a'])))
print(list(range(10, 0, -3)), sum([[1], [2]], []), min('b', 'a', key=ord), max([], default='none'))
print(list(zip(*[(1, 2), (3, 4)])))
r = range(0, 20, 3)
print(r[2], r[-1], r[1:4], 9 in r, 10 in r, r.index(6))
print(r.count(3), len(r), r == range(0, 21, 3), hash(r) == hash(range(0, 21, 3)), repr(r), r.start)
print(r.stop, r.step, list(reversed(r)), range(5)[::-1], bool(range(0)))

# expect: [0, 10, 20, 30] True False [2, 1] [0, 10, 20, 30] {0: 0, 1: 10, 2: 20, 3: 30}
# expect: 30 [(0, 'a'), (10, 'b'), (20, 'c')]
# expect: 1 2 3 else
# expect: 1 [1, 2, 3, 4] 5
# expect: 10 [1, 2] dflt
# expect: 1 2 [2, 3] []
# expect: dictionary changed size during iteration
# expect: Set changed size during iteration
# expect: [1, 2, 3, 11, 12]
# expect: 1 1 2
# expect: 2 3 4
# expect: 1 2
# expect: [(1, 0), (2, 0)]
# expect: {'a': 1, 'b': 2} {0, 1, 2}
# expect: [[], [0], [0, 1]] [1, 2]
# expect: True True ['o', 'l', 'l', 'h', 'e']
# expect: [(1, 'a'), (2, 'b')] [1, 'a']
# expect: [10, 7, 4, 1] [1, 2] a none
# expect: [(1, 3), (2, 4)]
# expect: 6 18 range(3, 12, 3) True False 2
# expect: 1 7 True True range(0, 20, 3) 0
# expect: 20 3 [18, 15, 12, 9, 6, 3, 0] range(4, -1, -1) False
