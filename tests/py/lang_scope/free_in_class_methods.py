def f(x):
    class A:
        def get(self): return x
        @classmethod
        def c(cls): return x, cls.__name__
        @staticmethod
        def s(): return x
        @property
        def p(self): return x
    x += 1
    return A
A = f(1); print(A().get(), A.c(), A.s(), A().p)
def g():
    class Base:
        def who(self): return 'base'
    class Derived(Base):
        def who(self): return super().who() + '+derived', __class__.__name__
    return Derived().who()
print(g())
class Q:
    def a(self): return [__class__ for _ in [1]][0].__name__
    def b(self): return (lambda: super().__repr__)() is not None
print(Q().a())

# expect: 2 (2, 'A') 2 2
# expect: ('base+derived', 'Derived')
# expect: Q
