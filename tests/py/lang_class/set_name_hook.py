class D:
    def __set_name__(self, owner, name): print('set_name', name, owner.__name__); self.n = name
class C: a = D(); b = D()
C.c = D(); print(hasattr(C.__dict__['c'], 'n'))
T = type('T', (), {'x': D()})
class Bad:
    def __set_name__(self, o, n): raise ValueError('boom')
try:
    class E: b = Bad()
except Exception as e: print(type(e).__name__, e, e.__notes__)
shared = D()
class F: p = shared; q = shared
print(shared.n)
class M(type):
    def __new__(m, n, b, d): print('before'); c = super().__new__(m, n, b, d); print('after'); return c
class G(metaclass=M): z = D()

# expect: set_name a C
# expect: set_name b C
# expect: False
# expect: set_name x T
# expect: ValueError boom ["Error calling __set_name__ on 'Bad' instance 'b' in 'E'"]
# expect: set_name p F
# expect: set_name q F
# expect: q
# expect: before
# expect: set_name z G
# expect: after
