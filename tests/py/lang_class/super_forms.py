class A:
    x = 'A.x'
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'
class B(A):
    x = 'B.x'
    def f(self): return super().f(), super(B, self).f(), super().x, super().p, super().s()
    @classmethod
    def c(cls): return super().c()
    def __repr__(self): return 'B()'
    def sup(self): return super()
b = B()
print(b.f(), B.c())
s = b.sup()
print(s, s.__self__, s.__thisclass__.__name__, s.__self_class__.__name__)
u = super(B)
print(u.__self__, u.__get__(b, B).f())
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: super().f())
t(lambda: super(B, 5))
t(lambda: super(5, b))
t(lambda: super(A, b).f())
t(lambda: b.sup().nope)
class C(B):
    def f(self):
        g = lambda: super(C, self).x
        return g(), [super(C, self).x for _ in [1]]
    def h(self):
        def inner(): return __class__.__name__
        return inner(), __class__ is C
print(C().f(), C().h())
def outside(self): return super().f()
A.out = outside
t(lambda: b.out())
class D(A):
    def f(): return super()
t(lambda: D.f())

# expect: ('A.f', 'A.f', 'A.x', 'A.p', 'A.s') A.c B
# expect: <super: <class 'B'>, <B object>> B() B B
# expect: None A.f
# expect: RuntimeError super(): no arguments
# expect: TypeError super(type, obj): obj (instance of int) is not an instance or subtype of type (B).
# expect: TypeError super() argument 1 must be a type, not int
# expect: AttributeError 'super' object has no attribute 'f'
# expect: AttributeError 'super' object has no attribute 'nope'
# expect: ('B.x', ['B.x']) ('C', True)
# expect: RuntimeError super(): __class__ cell not found
# expect: RuntimeError super(): no arguments
