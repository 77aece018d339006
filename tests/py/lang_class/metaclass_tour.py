class Meta(type):
    registry = {}
    @classmethod
    def __prepare__(mcs, name, bases, **kw): print("prepare", name, kw); return {"injected": 1}
    def __new__(mcs, name, bases, ns, *, tag=None, **kw):
        cls = super().__new__(mcs, name, bases, ns); cls.tag = tag; mcs.registry[name] = cls; return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns); print("init", name, sorted(kw))
    def __call__(cls, *a, **k): print("call", cls.__name__, a); o = super().__call__(*a, **k); o.stamped = True; return o
    def __len__(cls): return len(cls.__name__)
    def __contains__(cls, x): return x in cls.__dict__
    def __iter__(cls): return iter(sorted(k for k in cls.__dict__ if not k.startswith("__")))
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __getattr__(cls, n): return f"meta-{n}"
    def __instancecheck__(cls, o): return hasattr(o, "stamped")
    def __repr__(cls): return f"<M {cls.__name__}>"
    @property
    def shout(cls): return cls.__name__.upper()
class A(metaclass=Meta, tag="t"):
    def __init__(self, x): self.x = x
class B(A, tag="u", extra=1): y = 2
a = A(5); print(a.stamped, A.injected, A.tag, B.tag, len(A), "y" in B, list(B), A["k"], A.nope, isinstance(a, B), isinstance(3, A), A, B.shout, Meta.registry)
try: a.shout
except AttributeError as e: print(e)
class M1(type): pass
class M2(type): pass
class X(metaclass=M1): pass
class Y(metaclass=M2): pass
try:
    class Z(X, Y): pass
except TypeError as e: print(e)
class M3(M1, M2): pass
class Z(X, Y, metaclass=M3): pass
print(type(Z).__name__, [c.__name__ for c in Z.__mro__])
def func_meta(name, bases, ns): print("func meta", name); return type(name, bases, ns)
class F(metaclass=func_meta): v = 1
print(type(F), F.v)
class Singleton(type):
    _i = {}
    def __call__(cls, *a): return cls._i[cls] if cls in cls._i else cls._i.setdefault(cls, super().__call__(*a))
class S(metaclass=Singleton): pass
print(S() is S())
class Base:
    subs = []
    def __init_subclass__(cls, /, kind=None, **kw): super().__init_subclass__(**kw); cls.kind = kind; Base.subs.append(cls.__name__)
class S1(Base, kind="k1"): pass
class S2(S1): pass
print(Base.subs, S1.kind, S2.kind)
try:
    class S3(Base, bad=1): pass
except TypeError as e: print(e)
try:
    class I(int, str): pass
except TypeError as e: print(e)
try:
    class J(bool): pass
except TypeError as e: print(e)
try:
    class K(A, object, A): pass
except TypeError as e: print(e)
try:
    class O(object, A): pass
except TypeError as e: print(e)
class E:
    def __class_getitem__(cls, i): return (cls.__name__, i)
print(E[int, str])
class Entry:
    def __mro_entries__(self, bases): return (Base,)
class Q(Entry()): pass
print(Q.__mro__[1].__name__, Q.__orig_bases__[0].__class__.__name__)

# expect: prepare A {'tag': 't'}
# expect: init A ['tag']
# expect: prepare B {'tag': 'u', 'extra': 1}
# expect: init B ['extra', 'tag']
# expect: call A (5,)
# expect: True 1 t u 1 True ['injected', 'tag', 'y'] A[k] meta-nope True False <M A> B {'A': <M A>, 'B': <M B>}
# expect: 'A' object has no attribute 'shout'
# expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: M3 ['Z', 'X', 'Y', 'object']
# expect: func meta F
# expect: <class 'type'> 1
# expect: True
# expect: ['S1', 'S2'] k1 None
# expect: S3.__init_subclass__() takes no keyword arguments
# expect: multiple bases have instance lay-out conflict
# expect: type 'bool' is not an acceptable base type
# expect: prepare K {}
# expect: duplicate base class A
# expect: prepare O {}
# expect: Cannot create a consistent method resolution order (MRO) for bases object, A
# expect: ('E', (<class 'int'>, <class 'str'>))
# expect: Base Entry
