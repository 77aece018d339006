cfg = {'a': [1, {'b': (2, [3, {'c': {4}}])}]}
print(cfg['a'][1]['b'][1][1]['c'])
cfg['a'][1]['b'][1].append(5)
print(cfg)
m = [[0] * 3] * 2
m[0][1] = 7
print(m)
m = [[0] * 3 for _ in range(2)]
m[0][1] = 7
print(m)
l = [1]
l.append(l)
print(l, l[1][1][0])
d = {}
d['d'] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
a, b = [], []
a.append(b); b.append(a)
print(a)
s = [1, [2, [3, [4, []]]]]
def flat(x):
    return [z for y in x for z in (flat(y) if isinstance(y, list) else [y])]
print(flat(s))

# expect: {4}
# expect: {'a': [1, {'b': (2, [3, {'c': {4}}, 5])}]}
# expect: [[0, 7, 0], [0, 7, 0]]
# expect: [[0, 7, 0], [0, 0, 0]]
# expect: [1, [...]] 1
# expect: {'d': {...}}
# expect: ([(...)],)
# expect: [[[...]]]
# expect: [1, 2, 3, 4]
