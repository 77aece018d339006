from abc import ABC, abstractmethod, ABCMeta, abstractproperty
import weakref, gc
class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def s(): ...
    def describe(self): return f"{type(self).__name__} {self.area}"
class Sq(Shape):
    def __init__(self, a=2): self.a = a
    @property
    def area(self): return self.a ** 2
    @classmethod
    def make(cls): return cls(3)
    @staticmethod
    def s(): return "s"
print(Sq.make().describe(), Sq.s(), Shape.__abstractmethods__ == {"area", "make", "s"}, isinstance(Sq(), Shape))
for c in (Shape, type("P", (Shape,), {"area": 1}), type("P2", (Shape,), {"area": 1, "s": 2})):
    try: c()
    except TypeError as e: print(e)
@Shape.register
class Foreign: area = 7
print(issubclass(Foreign, Shape), isinstance(Foreign(), Shape), Shape in Foreign.__mro__)
class HasLen(ABC):
    @classmethod
    def __subclasshook__(cls, c): return True if any("__len__" in b.__dict__ for b in c.__mro__) else NotImplemented
print(issubclass(list, HasLen), issubclass(int, HasLen))
class Cache:
    def __init__(self): self.d = weakref.WeakValueDictionary(); self.hits = 0
    def get(self, k):
        if (v := self.d.get(k)) is not None: self.hits += 1; return v
        v = self.d[k] = Big(k); return v
class Big:
    def __init__(self, k): self.k = k
    def __repr__(self): return f"Big({self.k})"
c = Cache(); a = c.get(1); b = c.get(1); print(a is b, c.hits, dict(c.d)); del a, b; gc.collect(); print(len(c.d))
log = []
o = Big(5); r = weakref.ref(o, lambda r: log.append("dead")); weakref.finalize(o, log.append, "fin"); p = weakref.proxy(o); print(p.k, r() is o, weakref.getweakrefcount(o) >= 2); del o; gc.collect(); print(log, r())
try: p.k
except ReferenceError as e: print(e)
ws = weakref.WeakSet(); x = Big(1); ws.add(x); print(len(ws), x in ws); del x; gc.collect(); print(len(ws))
wk = weakref.WeakKeyDictionary(); k = Big("k"); wk[k] = 1; print(list(wk.items())); del k; gc.collect(); print(len(wk))
class M:
    def m(self): return "m"
m = M(); wm = weakref.WeakMethod(m.m); print(wm()()); del m; gc.collect(); print(wm())
for bad in (5, "x", (), None, [].append):
    try: weakref.ref(bad); print("ok", type(bad).__name__)
    except TypeError as e: print(e)
class S: __slots__ = ("a",)
try: weakref.ref(S())
except TypeError as e: print(e)
class Cyc: pass
c1 = Cyc(); c1.me = c1; wr = weakref.ref(c1); del c1; gc.collect(); print(wr())

# expect: Sq 9 s True True
# expect: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'make', 's'
# expect: Can't instantiate abstract class P without an implementation for abstract methods 'make', 's'
# expect: Can't instantiate abstract class P2 without an implementation for abstract method 'make'
# expect: True True False
# expect: True False
# expect: True 1 {1: Big(1)}
# expect: 0
# expect: 5 True True
# expect: ['fin', 'dead'] None
# expect: weakly-referenced object no longer exists
# expect: 1 True
# expect: 0
# expect: [(Big(k), 1)]
# expect: 0
# expect: m
# expect: None
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'NoneType' object
# expect: ok builtin_function_or_method
# expect: cannot create weak reference to 'S' object
# expect: None
