T = 'outer T'
def f[T](x: T) -> T:
    return T.__name__, x
print(f(1), T)
class C[T]:
    def m(self): return T.__name__
    def n[U](self): return T.__name__ + U.__name__
    inner = T
print(C().m(), C().n(), C.inner.__name__, C.__type_params__)
type A[T] = list[T]
print(A.__value__, A[int], A.__type_params__)
def g():
    x = int
    class D[S: x]: bound = x
    return D.__type_params__[0].__bound__, D.bound
print(g())
try: f.T
except AttributeError as e: print(e)

# expect: ('T', 1) outer T
# expect: T TU T (T,)
# expect: list[T] A[int] (T,)
# expect: (<class 'int'>, <class 'int'>)
# expect: 'function' object has no attribute 'T'
