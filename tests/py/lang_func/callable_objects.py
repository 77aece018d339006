class C:
    def __call__(self, *a, **k): return a, k
c = C()
print(c(1, x=2), callable(c), callable(C), callable(len), callable(3), callable(lambda: 0))
class D: pass
d = D(); d.__call__ = lambda: 1
print(callable(d))
try: d()
except TypeError as e: print(e)
D.__call__ = lambda self, n=0: ('added', n)
print(d(5), callable(d))
class E:
    __call__ = C()
print(E()(3))
class F:
    @staticmethod
    def __call__(x): return x
print(F()(4))
class G:
    def __call__(self): return self
g = G()
print(g()()() is g)
class H:
    @property
    def __call__(self): return lambda v: v + 1
print(H()(1))
class N: __call__ = None
try: N()()
except TypeError as e: print(e)
print(callable(N()))

# expect: ((1,), {'x': 2}) True True True False True
# expect: False
# expect: 'D' object is not callable
# expect: ('added', 5) True
# expect: ((3,), {})
# expect: 4
# expect: True
# expect: 2
# expect: 'NoneType' object is not callable
# expect: True
