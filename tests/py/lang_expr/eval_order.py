def p(x):
    print(x, end=' ')
    return x
def f(*a, **k): return a, k
print(p(1) + p(2) * p(3))
print(f(p(1), *[p(2)], p(3), k=p(4), **{'z': p(5)}))
print({p('a'): p('b'), p('c'): p('d')})
d = {}
d[p('k')] = p('v')
print(d)
def g(): return p(dict(x=1))
g()[p('y')] = p(2)
print([p(i) for i in [p(7), p(8)] if p(i) > 7])
a = [0, 0]
i = 0
i, a[i] = 1, 9
print(i, a)
print(p(1) if p(0) else p(2))
print(p(3) < p(2) < p(1))
(p([0]))[p(0)] += p(5)
print()

# expect: 1 2 3 7
# expect: 1 2 3 4 5 ((1, 2, 3), {'k': 4, 'z': 5})
# expect: a b c d {'a': 'b', 'c': 'd'}
# expect: v k {'k': 'v'}
# expect: 2 {'x': 1} y 7 8 7 8 8 [8]
# expect: 1 [0, 9]
# expect: 0 2 2
# expect: 3 2 False
# expect: [0] 0 5 
