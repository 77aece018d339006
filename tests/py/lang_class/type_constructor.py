A = type('A', (), {'x': 1, 'f': lambda self: self.x})
print(A().f(), A, A.__module__, A.__name__)
B = type('B', (A,), dict(g=lambda s: s.f() + 1))
print(B().g(), type(B), type(type), type(5), type(A()))
def init(self, v): self.v = v
C = type('C', (B,), {'__init__': init, '__repr__': lambda s: f'C({s.v})'})
print(C(3), C.__doc__, C.__dict__['__module__'])
A.__name__ = 'Renamed'; print(A, A.__qualname__)
A.__qualname__ = 'Q.R'; print(A)
for s in ['A.__name__ = 5', 'del A.__name__', 'A.__name__ = "a\\0b"', 'int.x = 1', 'int.__name__ = "x"', 'A.__dict__ = {}', 'A.__dict__["x"] = 1', 'A.__mro__ = ()', 'del int.real', 'A.__class__ = int']:
    try: exec(s)
    except Exception as e: print(s, '|', type(e).__name__, str(e).replace('\0', '0'))
print(type(A.__dict__).__name__, 'x' in A.__dict__, type.__call__(A).x, type.__mro__)
import types
N = types.new_class('N', (A,), {}, lambda ns: ns.update(k=1)); print(N.k, N.__name__)
print(types.resolve_bases((A,)) == (A,), int.__bases__, bool.__base__, object.__bases__, object.__base__)

# expect: 1 <class '__main__.A'> __main__ A
# expect: 2 <class 'type'> <class 'type'> <class 'int'> <class '__main__.A'>
# expect: C(3) None __main__
# expect: <class '__main__.A'> A
# expect: <class '__main__.Q.R'>
# expect: A.__name__ = 5 | TypeError can only assign string to Renamed.__name__, not 'int'
# expect: del A.__name__ | TypeError cannot delete '__name__' attribute of immutable type 'Renamed'
# expect: A.__name__ = "a\0b" | ValueError type name must not contain null characters
# expect: int.x = 1 | TypeError cannot set 'x' attribute of immutable type 'int'
# expect: int.__name__ = "x" | TypeError cannot set '__name__' attribute of immutable type 'int'
# expect: A.__dict__ = {} | AttributeError attribute '__dict__' of 'type' objects is not writable
# expect: A.__dict__["x"] = 1 | TypeError 'mappingproxy' object does not support item assignment
# expect: A.__mro__ = () | AttributeError attribute '__mro__' of 'type' objects is not writable
# expect: del int.real | TypeError cannot set 'real' attribute of immutable type 'int'
# expect: A.__class__ = int | TypeError __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: mappingproxy True 1 (<class 'type'>, <class 'object'>)
# expect: 1 N
# expect: True (<class 'object'>,) <class 'int'> () None
