def f(l, d, s, n): l.append(1); d['k'] = 1; s += 'x'; n += 1; return s, n
l, d, s, n = [], {}, 's', 0
print(f(l, d, s, n), l, d, s, n)
def g(l): l = [9]; return l
print(g(l), l)
def h(l): l += [2]; return l is not None
h(l); print(l)
def i(*a): a[0].append(3)
i(l); print(l)
def j(a, b): a.append(1); b.append(2); return a is b
print(j(l, l), l)
def swap(a, b): return b, a
x, y = swap(1, 2); print(x, y)
def default_none(x=None):
    x = [] if x is None else x
    x.append(1)
    return x
print(default_none(), default_none(), default_none([5]))
def copyish(d): d = dict(d); d['new'] = 1; return d
o = {'a': []}
c = copyish(o); c['a'].append('shared'); print(o, c)

# expect: ('sx', 1) [1] {'k': 1} s 0
# expect: [9] [1]
# expect: [1, 2]
# expect: [1, 2, 3]
# expect: True [1, 2, 3, 1, 2]
# expect: 2 1
# expect: [1] [1] [5, 1]
# expect: {'a': ['shared']} {'a': ['shared'], 'new': 1}
