a = b = c = 0
a += 1
print(a, b, c)
x = y = []
x.append(1); print(y)
log = []
class D(dict):
    def __setitem__(s, k, v): log.append((k, v)); super().__setitem__(k, v)
d = D()
d['a'] = d['b'] = z = len(log)
print(log, z)
def tgt(n): log.append(n); return d
log.clear()
tgt('first')['x'] = tgt('second')['y'] = 1
print(log)
(p, q), r = s = [(1, 2), 3]
print(p, q, r, s)
i = l = [0, 1, 2]
i, j = l[0], l[2] = 8, 9
print(i, j, l)

# expect: 1 0 0
# expect: [1]
# expect: [('a', 0), ('b', 0)] 0
# expect: ['first', ('x', 1), 'second', ('y', 1)]
# expect: 1 2 3 [(1, 2), 3]
# expect: 8 9 [8, 1, 9]
