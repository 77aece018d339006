l = [3, 1, 4, 1, 5, 9, 2, 6]
print(sorted(l), sorted(l, key=lambda x: (-x % 3, x)), l[::2], l[::-2], l[-3:], l[2:2])
print(l[10:], l.index(1, 2), l.count(1), l + [7], l * 2, min(l))
print(max(l), sum(l), l == list(l), l < [3, 2], [*l, *'ab'], l.copy() is l)
print(list('abc'), [0] * 3, [[0] * 2 for _ in range(2)], any(l), all(l), list(enumerate(l, 1))[:2])
print(list(zip(l, 'abc')), [x for x in l if x % 2], l.__len__(), repr([1, [2, [3]]]), bool([]))
m = l[:]
m.append(0)
m.extend((7, 8))
m.insert(2, 'i')
m.remove(1)
print(m, m.pop(), m.pop(0), m)
m.reverse()
print(m)
m[1:3] = ['a', 'b', 'c']
print(m)
m[::3] = [0] * len(m[::3])
print(m)
del m[::2]
print(m)
m[:] = [1]
m += 'xy'
m *= 2
print(m)
m[5:] = []
m[100:] = [9]
m[-1:0:-1]
print(m, m[-1:0:-1])
m.clear()
print(m)
w = ['banana', 'Apple', 'cherry', 'date']
w.sort()
print(w)
w.sort(key=str.lower, reverse=True)
print(w)
w.sort(key=len)
print(w)
print(sorted(w, key=lambda s: (len(s), s)), sorted([(1, 'b'), (1, 'a'), (0, 'z')]))
print(sorted('bca', reverse=True), sorted({'b': 1, 'a': 2}), sorted([True, False, 2]))
print(sorted([[2], [1, 5], [1]]))
a = b = [1]
a += [2]
print(b)
a = a + [3]
print(b, a)
n = [[]] * 3
n[0].append(1)
print(n)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)
r = []
r.append(r)
print(r, r == r)
import copy
print(copy.deepcopy([[1]]), [1, 2, 3] > [1, 2], [] < [0], (1, 2) + (3,), (1,) * 3, tuple('ab'), (1, 2, 3)[::-1], 1 in (1, 2), (1, 2).index(2), hash((1, 2)) == hash((1, 2)), *(1, 2), sep='|')
x, *y = 'abc'
print(x, y)
(p, q), *s = [(1, 2), 3, 4]
print(p, q, s)
*u, v = range(4)
print(u, v)
i = 0
z = [0, 0]
i, z[i] = (1, 5)
print(i, z)
f = g = 7
f, g = (g + 1, f)
print(f, g)

# expect: [1, 1, 2, 3, 4, 5, 6, 9] [3, 6, 9, 2, 5, 1, 1, 4] [3, 4, 5, 2] [6, 9, 1, 1] [9, 2, 6] []
# expect: [] 3 2 [3, 1, 4, 1, 5, 9, 2, 6, 7] [3, 1, 4, 1, 5, 9, 2, 6, 3, 1, 4, 1, 5, 9, 2, 6] 1
# expect: 9 31 True True [3, 1, 4, 1, 5, 9, 2, 6, 'a', 'b'] False
# expect: ['a', 'b', 'c'] [0, 0, 0] [[0, 0], [0, 0]] True True [(1, 3), (2, 1)]
# expect: [(3, 'a'), (1, 'b'), (4, 'c')] [3, 1, 1, 5, 9] 8 [1, [2, [3]]] False
# expect: ['i', 4, 1, 5, 9, 2, 6, 0, 7] 8 3 ['i', 4, 1, 5, 9, 2, 6, 0, 7]
# expect: [7, 0, 6, 2, 9, 5, 1, 4, 'i']
# expect: [7, 'a', 'b', 'c', 2, 9, 5, 1, 4, 'i']
# expect: [0, 'a', 'b', 0, 2, 9, 0, 1, 4, 0]
# expect: ['a', 0, 9, 1, 0]
# expect: [1, 'x', 'y', 1, 'x', 'y']
# expect: [1, 'x', 'y', 1, 'x', 9] [9, 'x', 1, 'y', 'x']
# expect: []
# expect: ['Apple', 'banana', 'cherry', 'date']
# expect: ['date', 'cherry', 'banana', 'Apple']
# expect: ['date', 'Apple', 'cherry', 'banana']
# expect: ['date', 'Apple', 'banana', 'cherry'] [(0, 'z'), (1, 'a'), (1, 'b')]
# expect: ['c', 'b', 'a'] ['a', 'b'] [False, True, 2]
# expect: [[1], [1, 5], [2]]
# expect: [1, 2]
# expect: [1, 2] [1, 2, 3]
# expect: [[1], [1], [1]]
# expect: 'tuple' object does not support item assignment (1, [2, 3])
# expect: [[...]] True
# expect: [[1]]|True|True|(1, 2, 3)|(1, 1, 1)|('a', 'b')|(3, 2, 1)|True|1|True|1|2
# expect: a ['b', 'c']
# expect: 1 2 [3, 4]
# expect: [0, 1, 2] 3
# expect: 1 [0, 5]
# expect: 8 7
