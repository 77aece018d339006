class M1(type): pass
class M2(type): pass
class M3(M1): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(metaclass=M3): pass
class D(A, C): pass
print(type(D).__name__)
try:
    class E(A, B): pass
except TypeError as e: print(e)
class F(A, metaclass=type): pass
print(type(F).__name__)
def fn(name, bases, ns, **kw): return (name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
class G(metaclass=fn, z=1): x = 1
print(G)
class H(int, metaclass=M1): pass
print(type(H).__name__, H(5) + 1)
try:
    class I(metaclass=5): pass
except TypeError as e: print(e)
class J(*[A], **{'metaclass': M3}): pass
print(type(J).__name__)
print(type('K', (A,), {}).__class__.__name__, M1('L', (), {'y': 2}).y)
class R:
    def __mro_entries__(self, bases): return (A,)
class S(R()): pass
print(S.__bases__[0].__name__, S.__orig_bases__[0].__class__.__name__, type(S).__name__)

# expect: M3
# expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: M1
# expect: ('G', (), ['x'], {'z': 1})
# expect: M1 6
# expect: 'int' object is not callable
# expect: M3
# expect: M1 2
# expect: A R M1
