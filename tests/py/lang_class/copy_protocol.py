import copy
class A:
    def __init__(s): s.x = [1]; s.me = s
a = A(); b = copy.copy(a); c = copy.deepcopy(a)
print(b.x is a.x, b.me is a, c.x is a.x, c.me is c, c.x)
class C:
    def __copy__(s): return 'copied'
    def __deepcopy__(s, memo): return 'deep'
print(copy.copy(C()), copy.deepcopy([C()]))
class R:
    def __init__(s, v): s.v = v
    def __reduce__(s): return (R, (s.v * 2,))
print(copy.copy(R(2)).v)
class G:
    def __init__(s): s.a, s.b = 1, 2
    def __getstate__(s): return {'a': s.a}
    def __setstate__(s, st): s.__dict__.update(st, restored=True)
g = copy.copy(G()); print(vars(g))
print(A.__reduce_ex__(R(1), 4)[1] if 0 else object().__getstate__(), sorted(A().__getstate__()))
l = [1, [2]]; m = copy.copy(l); n = copy.deepcopy(l); l[1].append(3); print(m, n)
t = (1, 2); print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(([],))[0] is not None)
class N:
    def __new__(cls, a): o = super().__new__(cls); o.a = a; return o
    def __getnewargs__(self): return (self.a + '!',)
print(copy.copy(N('x')).a)

# expect: True True False True [1]
# expect: copied ['deep']
# expect: 4
# expect: {'a': 1, 'restored': True}
# expect: None ['me', 'x']
# expect: [1, [2, 3]] [1, [2]]
# expect: True True True
# expect: x
