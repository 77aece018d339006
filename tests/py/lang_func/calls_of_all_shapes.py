def f(a,b=2,*args,k=1,**kw): return (a,b,args,k,kw)
print(f(1),f(1,2,3,4),f(1,k=5),f(1,x=3,k=2),f(b=1,a=3),f(*[1,2,3],**{'z':1}))
class C:
    def __init__(self,a,b=3,*r,**kw): self.v=(a,b,r,kw)
    def __call__(self,*a,**k): return (self.v,a,k)
    def m(self,x,*,y=1): return x,y
print(C(1).v,C(1,2,3,q=4).v,C(a=5).v,C(*(1,2,3),**{'z':3})(4,5,k=6))
c=C(1); print(c.m(1),c.m(1,y=3),c.m(x=1)); b=c.m; print(b(2,y=1), b(x=3))
for bad in ("f()","f(1,a=2)","C()","C(1,self=2)","c.m(1,2)","c.m(1,z=2)","c.m()","f(**{1:2})","f(*1)","f(1,**{'a':2})", "f(*[],**{'k':1})", "C(b=1)"):
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
def g(n):
    yield f(1); yield f(1,2,3,k=2,z=4); yield C(1,2,3,w=1).v; yield c(1,q=2)
    try: f()
    except TypeError as e: yield str(e)
    try: C()
    except TypeError as e: yield str(e)
    yield f(*range(3),**dict(o=1))
    for i in range(n): yield f(i,k=i)
print(list(g(2)))
def gg(*a,k=3,**kw): yield a; yield k; yield kw
print(list(gg(1,2,k=4,j=5)), list(gg(*[1],**{'u':1})))
async def co(a,*r,**k): return a,r,k
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
print(run(co(1,2,z=3)))
class B:
    def __init__(self, x): return 5
for e in ("B(1)","B(x=1)","B(*[1])"):
    try: eval(e)
    except TypeError as ex: print(ex)
class GI:
    def __init__(self): yield 1
try: GI()
except TypeError as ex: print(ex)
def big(*a): return len(a)
print(big(*range(100000)), big(1,2,*range(50)))
def many(a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12,a13,a14,a15,a16,a17,a18,a19,a20,a21,a22,a23,a24,a25,a26,a27,a28,a29,a30,a31,a32,a33=1,*,z=1): return a32,a33,z
print(many(*range(32)), many(*range(32),z=4))
class S(str): pass
print(f(1,**{S('k'):9, S('y'):3}))
def rec(*a,**k): return rec(*a,**k)
try: rec(1,b=2)
except RecursionError as e: print(type(e).__name__)
class R:
    def __call__(self,*a): return self(*a)
try: R()(1)
except RecursionError as e: print(type(e).__name__)
class I:
    def __init__(self,n=0,**k): I(n+1,**k)
try: I(q=1)
except RecursionError as e: print(type(e).__name__)
class M(type):
    def __call__(cls,*a,**k): return super().__call__(*a,**k),'meta'
class MM(metaclass=M):
    def __init__(self,a=1): self.a=a
print(type(MM(2)[0]).__name__, MM(a=3)[0].a)
import sys
def tr():
    def inner(*a,k): return sys._getframe().f_back.f_lineno
    return inner(1,
       k=2)
print(tr())

# expect: (1, 2, (), 1, {}) (1, 2, (3, 4), 1, {}) (1, 2, (), 5, {}) (1, 2, (), 2, {'x': 3}) (3, 1, (), 1, {}) (1, 2, (3,), 1, {'z': 1})
# expect: (1, 3, (), {}) (1, 2, (3,), {'q': 4}) (5, 3, (), {}) ((1, 2, (3,), {'z': 3}), (4, 5), {'k': 6})
# expect: (1, 1) (1, 3) (1, 1)
# expect: (2, 1) (3, 1)
# expect: f() TypeError f() missing 1 required positional argument: 'a'
# expect: f(1,a=2) TypeError f() got multiple values for argument 'a'
# expect: C() TypeError C.__init__() missing 1 required positional argument: 'a'
# expect: C(1,self=2) TypeError C.__init__() got multiple values for argument 'self'
# expect: c.m(1,2) TypeError C.m() takes 2 positional arguments but 3 were given
# expect: c.m(1,z=2) TypeError C.m() got an unexpected keyword argument 'z'
# expect: c.m() TypeError C.m() missing 1 required positional argument: 'x'
# expect: f(**{1:2}) TypeError keywords must be strings
# expect: f(*1) TypeError __main__.f() argument after * must be an iterable, not int
# expect: f(1,**{'a':2}) TypeError f() got multiple values for argument 'a'
# expect: f(*[],**{'k':1}) TypeError f() missing 1 required positional argument: 'a'
# expect: C(b=1) TypeError C.__init__() missing 1 required positional argument: 'a'
# expect: [(1, 2, (), 1, {}), (1, 2, (3,), 2, {'z': 4}), (1, 2, (3,), {'w': 1}), ((1, 3, (), {}), (1,), {'q': 2}), "f() missing 1 required positional argument: 'a'", "C.__init__() missing 1 required positional argument: 'a'", (0, 1, (2,), 1, {'o': 1}), (0, 2, (), 0, {}), (1, 2, (), 1, {})]
# expect: [(1, 2), 4, {'j': 5}] [(1,), 3, {'u': 1}]
# expect: (1, (2,), {'z': 3})
# expect: __init__() should return None, not 'int'
# expect: __init__() should return None, not 'int'
# expect: __init__() should return None, not 'int'
# expect: __init__() should return None, not 'generator'
# expect: 100000 52
# expect: (31, 1, 1) (31, 1, 4)
# expect: (1, 2, (), 9, {'y': 3})
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: MM 3
# expect: 62
