class M(type):
    def mro(cls):
        r = super().mro()
        return r[:1] + [Extra] + r[1:] if 'Extra' in globals() and cls.__name__ != 'Extra' else r
class Extra:
    def who(self): return 'extra'
class A(metaclass=M):
    pass
print([c.__name__ for c in A.__mro__], A().who())
class Bad(type):
    def mro(cls): return [5]
try: Bad('X', (), {})
except TypeError as e: print(e)
class Base1: x = 1
class Base2: x = 2
class S(Base1): pass
s = S()
print(s.x); S.__bases__ = (Base2,); print(s.x, S.__mro__[1].__name__, Base1.__subclasses__(), Base2.__subclasses__())
try: S.__bases__ = ()
except TypeError as e: print(e)
try: S.__bases__ = (S,)
except TypeError as e: print(e)
try: S.__bases__ = (int,)
except TypeError as e: print(e)
try: del S.__bases__
except TypeError as e: print(e)
class P: pass
p = P(); p.__class__ = S; print(p.x, type(p).__name__)
try: p.__class__ = int
except TypeError as e: print(e)
try: p.__class__ = 5
except TypeError as e: print(e)

# expect: ['A', 'Extra', 'object'] extra
# expect: mro() returned a non-class ('int')
# expect: 1
# expect: 2 Base2 [] [<class '__main__.S'>]
# expect: can only assign non-empty tuple to S.__bases__, not ()
# expect: a __bases__ item causes an inheritance cycle
# expect: __bases__ assignment: 'int' deallocator differs from 'Base2'
# expect: cannot delete '__bases__' attribute of immutable type 'S'
# expect: 2 S
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: __class__ must be set to a class, not 'int' object
