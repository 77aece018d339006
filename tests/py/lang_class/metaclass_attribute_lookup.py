class M(type):
    x = 'meta'
    def __getattr__(cls, n): return f'meta getattr {n}'
    def __setattr__(cls, n, v): super().__setattr__(n, ('wrapped', v))
    def __delattr__(cls, n): print('del', n); super().__delattr__(n)
    def __eq__(cls, o): return True
    def __hash__(cls): return 5
    def __bool__(cls): return False
    def __dir__(cls): return ['z', 'a']
class A(metaclass=M):
    y = 'class'
print(A.x, A.y, A.q); A.y = 1; print(A.y, A().y); del A.y
try: A().x
except AttributeError as e: print(e)
print(A == 5, hash(A), bool(A), dir(A), A != 5)
class N(type):
    d = property(lambda c: 'data on meta')
    def nd(c): return 'nondata on meta'
class B(metaclass=N):
    d = 'on class'
    nd = 'on class'
print(B.d, B.nd, B().d, B.__dict__['d'])
class G(type):
    def __getattribute__(c, n): print('ga', n, end=' '); return super().__getattribute__(n)
class C(metaclass=G):
    v = 1
    def __len__(self): return 3
print(C.v, len(C()))

# expect: meta class meta getattr q
# expect: ('wrapped', 1) ('wrapped', 1)
# expect: del y
# expect: 'A' object has no attribute 'x'
# expect: True 5 False ['a', 'z'] False
# expect: data on meta on class on class on class
# expect: ga v 1 3
