class Root:
    def __init__(self, **kw):
        assert not kw, kw
        self.log = ['Root']
class A(Root):
    def __init__(self, a, **kw): super().__init__(**kw); self.a = a; self.log.append('A')
class B(Root):
    def __init__(self, b, **kw): super().__init__(**kw); self.b = b; self.log.append('B')
class C(A, B):
    def __init__(self, c, **kw): super().__init__(**kw); self.c = c; self.log.append('C')
c = C(c=1, a=2, b=3)
print(c.log, c.a, c.b, c.c)
class LogSet(dict):
    def __setitem__(self, k, v): print('set', k); super().__setitem__(k, v)
class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
class Both(LogSet, Upper): pass
d = Both(); d['a'] = 1; print(d)
class X:
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
    def __getattribute__(self, n): return super().__getattribute__(n)
x = X(); x.v = 4; print(x.v)
class Y(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def __init_subclass__(cls, **k): super().__init_subclass__(); cls.tag = k
class Z(Y, k=1): pass
print(Y(4), Z(1), Z.tag)

# expect: ['Root', 'B', 'A', 'C'] 2 3 1
# expect: set a
# expect: {'A': 1}
# expect: 8
# expect: 8 2 {'k': 1}
