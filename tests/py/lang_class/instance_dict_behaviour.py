class A: pass
a = A()
for i in range(50): setattr(a, f'k{i}', i)
print(len(vars(a)), a.k49, list(vars(a))[:3])
for i in range(0, 50, 2): delattr(a, f'k{i}')
print(len(vars(a)), list(vars(a))[:3]); a.k0 = 'again'; print(list(vars(a))[-1])
d = a.__dict__; d.clear(); a.x = 1; print(d, d is a.__dict__)
d['y'] = 2; print(a.y); a.__dict__[5] = 'int key'; print(5 in vars(a))
b = A(); b.__dict__ = d; b.x = 'shared'; print(a.x)
setattr(a, 'not an identifier', 1); print(getattr(a, 'not an identifier'))
del a.__dict__; print(vars(a), d['x'], b.x)
c1, c2 = A(), A(); c1.p = 1; c1.q = 2; c2.q = 1; c2.p = 2; print(vars(c1), vars(c2))
class S(dict): pass
e = A(); e.__dict__ = S(z=1); e.w = 2; print(e.z, dict(e.__dict__), type(e.__dict__).__name__)
class K:
    def __init__(s, **k): s.__dict__.update(k)
    def __eq__(s, o): return vars(s) == vars(o)
print(K(a=1, b=2) == K(b=2, a=1))
import sys
for i in range(3):
    o = A(); o.a = i; o.b = i; o.c = i
print(vars(o))

# expect: 50 49 ['k0', 'k1', 'k2']
# expect: 25 ['k1', 'k3', 'k5']
# expect: k0
# expect: {'x': 1} True
# expect: 2
# expect: True
# expect: shared
# expect: 1
# expect: {} shared shared
# expect: {'p': 1, 'q': 2} {'q': 1, 'p': 2}
# expect: 1 {'z': 1, 'w': 2} S
# expect: True
# expect: {'a': 2, 'b': 2, 'c': 2}
