# Names in the heads of generics: mangling, and what the class around them binds.
import pickle, typing
def E(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__+':',e)
class A: pass
A.__type_params__=(1,); print(A.__type_params__)
class Foo[__T]:
    param=__T
    def m[__U](self,x:__T)->__U: return __T,__U
    type Al[__V]=(__T,__V)
print(Foo.param, Foo.__type_params__, [t.__name__ for t in Foo().m(1)], Foo.Al.__value__)
class X:
    T=int
    def foo[U: T](self): ...
E(lambda: X.foo.__type_params__[0].__bound__)
def outer():
    x='nonlocal'
    class C:
        x='class'
        def f[U: x](self, a: x = x): return x
        type Al=x
    return C
C=outer(); E(lambda: C.f.__type_params__[0].__bound__); E(lambda: C.Al.__value__); E(lambda: C().f())
class M[T]:
    T=int
    def foo[U: T](self): ...
    U=T
M.T=float; E(lambda: M.foo.__type_params__[0].__bound__); E(lambda: M.U)
glob='global'
def o2():
    glob='nonlocal'
    class Cls:
        global glob
        type A=glob
        def f[T: glob](self): pass
    return Cls
E(lambda: o2().A.__value__); E(lambda: o2().f.__type_params__[0].__bound__)
class __Base: pass
def make(_Bar__Base=int):
    class Bar[__T](__Base): x = __T
    return Bar
E(lambda: make().__mro__[1].__name__)
class G[T]:
    def __init__(s): s.a = 1
for p in range(5): E(lambda: pickle.loads(pickle.dumps(G(), p)).a)

# expect: (1,)
# expect: __T (__T,) ['__T', '__U'] (__T, __V)
# expect: <class 'int'>
# expect: 'class'
# expect: 'class'
# expect: 'nonlocal'
# expect: <class 'float'>
# expect: <class 'int'>
# expect: 'global'
# expect: 'global'
# expect: '__Base'
# expect: 1
# expect: 1
# expect: 1
# expect: 1
# expect: 1
