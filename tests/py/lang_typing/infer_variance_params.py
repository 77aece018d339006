def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class C[T]: pass
T = C.__type_params__[0]
t(lambda: T.__covariant__)
t(lambda: T.__contravariant__)
t(lambda: T.__infer_variance__)
t(lambda: T.__name__)
t(lambda: T.__module__)
t(lambda: repr(T))
t(lambda: T.has_default())
from typing import TypeVar
X = TypeVar('X', covariant=True); Y = TypeVar('Y', default=int)
t(lambda: repr(X))
t(lambda: X.__covariant__)
t(lambda: Y.__default__)
t(lambda: Y.has_default())
t(lambda: TypeVar('Z', covariant=True, contravariant=True))
t(lambda: T())
try: T.__name__ = 'q'
except AttributeError as e: print(e)
t(lambda: type('S', (TypeVar,), {}))
def f[T](x: T):
    def g[T](y: T): return T
    return T, g(1)
t(lambda: f(1)[0] is not f(1)[1])
t(lambda: f.__type_params__[0] is f(1)[0])
def outer[T]():
    class In[U]: t = (T, U)
    return In
t(lambda: [p.__name__ for p in outer().t])
t(lambda: outer().__type_params__)

# expect: False
# expect: False
# expect: True
# expect: 'T'
# expect: 'typing'
# expect: 'T'
# expect: False
# expect: '+X'
# expect: True
# expect: <class 'int'>
# expect: True
# expect: ValueError Bivariant types are not supported.
# expect: TypeError 'typing.TypeVar' object is not callable
# expect: readonly attribute
# expect: TypeError type 'typing.TypeVar' is not an acceptable base type
# expect: True
# expect: True
# expect: ['T', 'U']
# expect: (U,)
