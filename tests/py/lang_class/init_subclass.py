class Base:
    reg = {}
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag or cls.__name__.lower()
        Base.reg[cls.tag] = cls
class A(Base): pass
class B(Base, tag='bee'): pass
class C(B): pass
print({k: v.__name__ for k, v in Base.reg.items()}, A.tag)
try:
    class D(Base, other=1): pass
except TypeError as e: print(e)
try:
    class E(object, x=1): pass
except TypeError as e: print(e)
class F:
    def __init_subclass__(cls): print('sub', cls.__name__, cls.__dict__.get('x'))
class G(F): x = 5
type('H', (F,), {'x': 6})
try:
    class I(F, k=1): pass
except TypeError as e: print(e)
class V:
    def __init_subclass__(cls):
        if not hasattr(cls, 'need'): raise TypeError(f'{cls.__name__} lacks need')
try:
    class W(V): pass
except TypeError as e: print(e)
class X(V): need = 1
print(X.need, type(V.__dict__['__init_subclass__']).__name__)

# expect: {'a': 'A', 'bee': 'B', 'c': 'C'} a
# expect: D.__init_subclass__() takes no keyword arguments
# expect: E.__init_subclass__() takes no keyword arguments
# expect: sub G 5
# expect: sub H 6
# expect: F.__init_subclass__() got an unexpected keyword argument 'k'
# expect: W lacks need
# expect: 1 classmethod
