class Registry:
    def __init__(self): self.h = {}
    def __call__(self, name):
        def deco(f): self.h[name] = f; return f
        return deco
    def run(self, name, *a): return self.h[name](*a)
r = Registry()
@r('add')
def add(a, b): return a + b
print(r.run('add', 1, 2), sorted(r.h))
class Method:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return lambda *a: ('bound', self.f(o, *a)) if o else ('unbound', t.__name__)
class C:
    @Method
    def m(self, x): return x * 2
print(C().m(4), C.m())
class cached:
    def __init__(self, f): self.f = f; self.n = f.__name__
    def __get__(self, o, t=None):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o)
        return v
class D:
    calls = 0
    @cached
    def v(self): D.calls += 1; return D.calls
d = D(); print(d.v, d.v, D().v, isinstance(D.v, cached))
class Overload:
    def __init__(self): self.t = {}
    def on(self, *ts):
        def w(f): self.t[ts] = f; return self
        return w
    def __call__(self, *a): return self.t[tuple(map(type, a))](*a)
f = Overload()
@f.on(int, int)
def g(a, b): return 'ints'
@f.on(str)
def g(a): return 'str'
print(g(1, 2), g('x'))

# expect: 3 ['add']
# expect: ('bound', 8) ('unbound', 'C')
# expect: 1 1 2 True
# expect: ints str
