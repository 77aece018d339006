class Typed:
    def __init__(self, t, default=None, *, check=None): self.t, self.default, self.check = t, default, check
    def __set_name__(self, owner, name): self.name = name; self.key = "_" + name; owner.__dict__.get("fields", []).append(name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.key, self.default)
    def __set__(self, obj, v):
        if not isinstance(v, self.t): raise TypeError(f"{self.name}: expected {self.t.__name__}, got {type(v).__name__}")
        if self.check and not self.check(v): raise ValueError(f"{self.name}: bad value {v!r}")
        obj.__dict__[self.key] = v
    def __delete__(self, obj): obj.__dict__.pop(self.key, None)
class Person:
    fields = []
    name = Typed(str, "anon"); age = Typed(int, 0, check=lambda v: v >= 0)
    def __init__(self, name, age): self.name, self.age = name, age
p = Person("Al", 3); print(p.name, p.age, Person.fields, p.__dict__)
for k, v in (("age", "x"), ("age", -1), ("name", None)):
    try: setattr(p, k, v)
    except (TypeError, ValueError) as e: print(e)
del p.age; print(p.age, Person.age.name)
class NonData:
    def __get__(self, o, t): return "nondata"
class C: x = NonData()
c = C(); print(c.x); c.__dict__["x"] = "inst"; print(c.x, C.x)
class RO:
    def __get__(self, o, t): return 5
    def __set__(self, o, v): raise AttributeError("read only")
class D: y = RO()
try: D().y = 1
except AttributeError as e: print(e)
class Prop:
    def __init__(self): self._t = 0
    @property
    def t(self): "doc of t"; return self._t
    @t.setter
    def t(self, v): self._t = v
    @t.deleter
    def t(self): print("deleted")
q = Prop(); q.t = 4; print(q.t, Prop.t.__doc__, Prop.t.fget.__name__); del q.t
class P2(Prop):
    @property
    def t(self): return super().t * 2
r = P2(); r._t = 8; print(r.t)
for op in ("r.t = 1", "del r.t"):
    try: exec(op)
    except AttributeError as e: print(e)
class BadName:
    def __set_name__(self, o, n): raise RuntimeError("no name")
try:
    class X: z = BadName()
except RuntimeError as e: print(e, e.__notes__)
from functools import cached_property
class CP:
    @cached_property
    def v(self): print("computing"); return 42
o = CP(); print(o.v, o.v, o.__dict__); del o.v; print(o.v)
class Slots:
    __slots__ = ("a",)
    @cached_property
    def v(self): return 1
try: Slots().v
except TypeError as e: print(e)

# expect: Al 3 ['name', 'age'] {'_name': 'Al', '_age': 3}
# expect: age: expected int, got str
# expect: age: bad value -1
# expect: name: expected str, got NoneType
# expect: 0 age
# expect: nondata
# expect: inst nondata
# expect: read only
# expect: 4 doc of t t
# expect: deleted
# expect: 16
# expect: property 't' of 'P2' object has no setter
# expect: property 't' of 'P2' object has no deleter
# expect: no name ["Error calling __set_name__ on 'BadName' instance 'z' in 'X'"]
# expect: computing
# expect: 42 42 {'v': 42}
# expect: computing
# expect: 42
# expect: No '__dict__' attribute on 'Slots' instance to cache 'v' property.
