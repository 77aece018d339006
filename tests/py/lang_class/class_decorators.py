def add_repr(cls):
    cls.__repr__ = lambda s: f'{cls.__name__}({", ".join(f"{k}={v!r}" for k, v in vars(s).items())})'
    return cls
def singleton(cls):
    inst = cls()
    return lambda: inst
def with_args(**attrs):
    def d(cls):
        for k, v in attrs.items(): setattr(cls, k, v)
        return cls
    return d
@add_repr
@with_args(a=1, b=2)
class P:
    def __init__(self): self.x = 'q'
print(P(), P.a, P.b)
@singleton
class S: n = 0
print(S() is S())
def wrap(cls):
    class W(cls):
        def f(self): return 'wrapped ' + super().f()
    W.__name__ = cls.__name__
    return W
@wrap
class C:
    def f(self): return 'f'
print(C().f(), C.__name__, C.__mro__[1].__name__)
def data(cls):
    ann = list(cls.__annotations__)
    def init(self, *a):
        for n, v in zip(ann, a): setattr(self, n, v)
    cls.__init__ = init
    cls.__eq__ = lambda s, o: vars(s) == vars(o)
    return cls
@data
class Pt:
    x: int
    y: int
print(Pt(1, 2) == Pt(1, 2), Pt(1, 2) == Pt(2, 1), Pt(3, 4).y)

# expect: P(x='q') 1 2
# expect: True
# expect: wrapped f C C
# expect: True False 4
