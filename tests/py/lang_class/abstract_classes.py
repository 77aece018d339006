from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    def desc(self): return f'{self.name}: {self.area()}'
def t(f):
    try: print(f())
    except TypeError as e: print(e)
t(Shape)
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
t(lambda: Sq(1))
class Sq2(Sq):
    name = 'square'
    @classmethod
    def make(cls): return cls(7)
t(lambda: Sq2(3).desc()); t(lambda: Sq2.make().area())
print(sorted(Shape.__abstractmethods__), Sq2.__abstractmethods__)
class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, c): return True if hasattr(c, 'quack') else NotImplemented
class D:
    def quack(self): pass
print(issubclass(D, Duck), isinstance(D(), Duck), issubclass(int, Duck))
Duck.register(int); print(isinstance(5, Duck), isinstance('x', Duck))
@Shape.register
class V: pass
print(issubclass(V, Shape), Shape in V.__mro__)
class One(ABC):
    @abstractmethod
    def a(self): return 'base a'
class Two(One):
    def a(self): return super().a() + '!'
print(Two().a(), type(One) is ABCMeta)

# expect: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'make', 'name'
# expect: Can't instantiate abstract class Sq without an implementation for abstract methods 'make', 'name'
# expect: square: 9
# expect: 49
# expect: ['area', 'make', 'name'] frozenset()
# expect: True True False
# expect: True False
# expect: True False
# expect: base a! True
