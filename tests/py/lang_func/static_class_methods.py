class C:
    n = 0
    @staticmethod
    def s(a, b=2): return a, b
    @classmethod
    def c(cls, a): cls.n += a; return cls.__name__, cls.n
    @classmethod
    def make(cls, *a): return cls(*a)
    def __init__(self, v=None): self.v = v
class D(C): pass
print(C.s(1), C().s(3, 4), C.c(1), D.c(10), C.n, D.n, D.make(7).v, type(D.make()).__name__)
print(type(C.__dict__['s']).__name__, type(C.__dict__['c']).__name__, C.c.__self__, D().c.__self__)
f = staticmethod(lambda x: x * 2)
print(f(4), f.__func__(3), callable(f), callable(classmethod(len)))
class E:
    g = staticmethod(len)
    h = classmethod(lambda cls: cls.__name__)
print(E.g('abc'), E().g([]), E.h(), E().h())
@staticmethod
def doc():
    "d"
print(doc.__doc__, doc.__name__, doc.__wrapped__.__name__)
try: classmethod(5).__get__(None, C)()
except TypeError as e: print(e)

# expect: (1, 2) (3, 4) ('C', 1) ('D', 11) 1 11 7 D
# expect: staticmethod classmethod <class '__main__.C'> <class '__main__.D'>
# expect: 8 6 True False
# expect: 3 0 E E
# expect: d doc doc
# expect: 'int' object is not callable
