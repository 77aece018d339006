# Arguments that are put where the parameters are: keywords, defaults, methods, classes, from generators and too deep.
def f(a, b=2, c=3): return (a,b,c)
print(f(1), f(1,5), f(1,5,6), f(1,c=9), f(c=1,b=2,a=3), f(1,b=4))
class P:
    def __init__(self, x, y=7): self.x=x; self.y=y
    def m(self, a, b=1, *, k=5): return (self.x,self.y,a,b,k)
    def n(self, a=0, b=1): return (a,b)
p=P(1); print(p.m(2), P(1,2).m(3,k=4), P(x=5).m(a=1), p.n(b=3), p.n(), p.n(1))
bm=p.n; print(bm(), bm(5), bm(b=6), bm(a=1,b=2))
for bad in (lambda: f(), lambda: f(1,a=2), lambda: f(1,2,3,4), lambda: f(1,z=2), lambda: f(b=1), lambda: P(), lambda: p.n(1,2,3), lambda: p.n(c=1)):
    try: bad()
    except TypeError as e: print(e)
def g():
    yield f(1); yield f(1,c=2); yield p.n(b=3); yield P(1).y; yield bm()
print(list(g()))
def pos(a, b=1, /, c=2): return a,b,c
print(pos(1), pos(1,c=5))
try: pos(1,b=2)
except TypeError as e: print(e)
def rec(n=0): return rec(n+1)
try: rec()
except RecursionError as e: print(e)
def rec2(n=0, m=1): return rec2(m=n+1)
try: rec2()
except RecursionError as e: print(e)
def many(a,b=1,c=2,d=3,e=4,f=5,g=6,h=7,i=8,j=9,k=10,l=11,m=12,n=13,o=14,p=15,q=16): return (a,q)
print(many(1), many(1,q=3), many(a=0))
f.__defaults__=(10,20,30,40)
print(f(), f(1), f(c=1))
f.__defaults__=None
try: f(1)
except TypeError as e: print(e)
# expect: (1, 2, 3) (1, 5, 3) (1, 5, 6) (1, 2, 9) (3, 2, 1) (1, 4, 3)
# expect: (1, 7, 2, 1, 5) (1, 2, 3, 1, 4) (5, 7, 1, 1, 5) (0, 3) (0, 1) (1, 1)
# expect: (0, 1) (5, 1) (0, 6) (1, 2)
# expect: f() missing 1 required positional argument: 'a'
# expect: f() got multiple values for argument 'a'
# expect: f() takes from 1 to 3 positional arguments but 4 were given
# expect: f() got an unexpected keyword argument 'z'
# expect: f() missing 1 required positional argument: 'a'
# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: P.n() takes from 1 to 3 positional arguments but 4 were given
# expect: P.n() got an unexpected keyword argument 'c'
# expect: [(1, 2, 3), (1, 2, 2), (0, 3), 7, (0, 1)]
# expect: (1, 1, 2) (1, 1, 5)
# expect: pos() got some positional-only arguments passed as keyword arguments: 'b'
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: (1, 16) (1, 3) (0, 16)
# expect: (20, 30, 40) (1, 30, 40) (20, 30, 1)
# expect: f() missing 2 required positional arguments: 'b' and 'c'
