def f(*a): return a
def g(**k): return k
def h(a, *b, c=1, **d): return a, b, c, d
print(f(), f(1), f(*range(5)), g(), g(x=1), g(**{'y z': 2}))
print(h(1), h(1, 2, 3), h(1, c=5), h(*'abc', d=3, **{'c': 9}))
d = {'k': 1}
def m(**k): k['k'] = 2; return k
print(m(**d), d)
l = [1, 2]
def n(*a): return a is l, type(a)
print(n(*l))
t = (1, 2)
def p(*a): return a
print(p(*t) == t, list(g(b=1, a=2, c=3)))
def many(*a, **k): return len(a), len(k)
print(many(*range(1000), **{f'k{i}': i for i in range(500)}))
exec('def big(' + ', '.join(f'a{i}' for i in range(300)) + '): return a0 + a299')
print(big(*range(300)))

# expect: () (1,) (0, 1, 2, 3, 4) {} {'x': 1} {'y z': 2}
# expect: (1, (), 1, {}) (1, (2, 3), 1, {}) (1, (), 5, {}) ('a', ('b', 'c'), 9, {'d': 3})
# expect: {'k': 2} {'k': 1}
# expect: (False, <class 'tuple'>)
# expect: True ['b', 'a', 'c']
# expect: (1000, 500)
# expect: 299
