class A:
    def __new__(cls, *a, **k):
        print('new', cls.__name__, a, k); return super().__new__(cls)
    def __init__(self, *a, **k): print('init', a, k)
A(1, x=2)
class B:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(B())
class C(A):
    def __new__(cls, v): o = A.__new__(cls); o.v = v; return o
print(C(3).v)
class D:
    def __new__(cls): return A(1)
    def __init__(self): print('not run')
print(type(D()).__name__)
class U(str):
    def __new__(cls, s): return super().__new__(cls, s.upper())
print(U('abc'), type(U('x')).__name__)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
print(T(1, 2), T(3).first)
class Cache:
    _c = {}
    def __new__(cls, k):
        if k not in cls._c: cls._c[k] = super().__new__(cls)
        return cls._c[k]
    def __init__(self, k): self.n = getattr(self, 'n', 0) + 1
print(Cache(1) is Cache(1), Cache(1).n)
class E:
    def __init__(self): return None
class F:
    def __init__(self): return 1
E()
try: F()
except TypeError as e: print(e)
print(type(A.__dict__['__new__']).__name__, object.__new__(E).__class__.__name__)

# expect: new A (1,) {'x': 2}
# expect: init (1,) {'x': 2}
# expect: 5
# expect: new C () {}
# expect: init (3,) {}
# expect: 3
# expect: new A (1,) {}
# expect: init (1,) {}
# expect: A
# expect: ABC U
# expect: (1, 2) 3
# expect: True 3
# expect: __init__() should return None, not 'int'
# expect: staticmethod E
