class M(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print('prepare', name, kw)
        return Track()
    def __new__(m, name, bases, ns, **kw):
        c = super().__new__(m, name, bases, dict(ns)); c.order = ns.order; return c
    def __init__(c, n, b, d, **kw): pass
class Track(dict):
    def __init__(self): super().__init__(); self.order = []
    def __setitem__(self, k, v):
        if not k.startswith('__'): self.order.append(k)
        super().__setitem__(k, v)
class A(metaclass=M, k=1):
    z = 1
    def f(self): pass
    a = 2
    z = 3
print(A.order, A.z)
class Auto(dict):
    def __missing__(self, k):
        if k.startswith('__'): raise KeyError(k)
        self[k] = len([x for x in self if not x.startswith('__')]); return self[k]
class AM(type):
    @classmethod
    def __prepare__(m, n, b): return Auto()
class E(metaclass=AM):
    RED; GREEN; BLUE
print(E.RED, E.GREEN, E.BLUE)
class P(type):
    @classmethod
    def __prepare__(m, n, b): return 5
try:
    class Q(metaclass=P): pass
except TypeError as e: print(e)

# expect: prepare A {'k': 1}
# expect: ['z', 'f', 'a', 'z'] 3
# expect: 0 1 2
# expect: P.__prepare__() must return a mapping, not int
