class M(type):
    def __instancecheck__(cls, o): print('ic', end=' '); return o == 5
    def __subclasscheck__(cls, c): print('sc', end=' '); return c is int
class A(metaclass=M): pass
print(isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A), isinstance(A(), A))
def t(f):
    try: print(f())
    except TypeError as e: print(e)
t(lambda: isinstance(1, 5))
t(lambda: isinstance(1, (int, 5)))
t(lambda: isinstance(1, (str, (float, int))))
t(lambda: issubclass(1, int))
t(lambda: issubclass(int, 5))
t(lambda: isinstance(1, [int]))
t(lambda: isinstance(1, int | str))
t(lambda: isinstance(None, int | None))
t(lambda: issubclass(int, (str, object)))
t(lambda: isinstance(1, list[int]))
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), type(Fake()).__name__, isinstance(Fake(), Fake))

# expect: ic ic sc sc True False True False True
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: True
# expect: True
# expect: issubclass() arg 1 must be a class
# expect: issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: True
# expect: True
# expect: True
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: True Fake True
