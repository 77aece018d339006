class Reg(type):
    reg = {}
    @classmethod
    def __prepare__(m, name, bases, **k):
        print('prepare', name, k)
        return dict(injected=1)
    def __new__(m, name, bases, ns, tag=None, **k):
        c = super().__new__(m, name, bases, dict(ns))
        c.tag = tag
        m.reg[name] = c
        return c
    def __init__(cls, name, bases, ns, **k):
        super().__init__(name, bases, ns)
        print('init', name)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k)
        o = super().__call__(*a, **k)
        o.made = True
        return o
    def __getitem__(cls, k):
        return f'{cls.__name__}[{k}]'
    def __contains__(cls, x):
        return x == 'magic'
    def __len__(cls):
        return 7
    def __iter__(cls):
        return iter('abc')
    def __repr__(cls):
        return f'<Reg {cls.__name__}>'
    def __instancecheck__(cls, o):
        return o == 5 or type.__instancecheck__(cls, o)
    def __subclasscheck__(cls, c):
        return c is str or type.__subclasscheck__(cls, c)
    def __getattr__(cls, n):
        return 'meta:' + n
    def __add__(cls, o):
        return (cls, o)
    def __eq__(cls, o):
        return cls is o
    def __hash__(cls):
        return 99
    def __bool__(cls):
        return False
    @property
    def prop(cls):
        return 'metaprop ' + cls.__name__
class A(metaclass=Reg, tag='t'):
    def __init__(self, x):
        self.x = x
class B(A):
    pass
a = A(3)
print(a.made, a.x, A.tag, B.tag, A.injected)
print(A['k'], 'magic' in A, len(A), list(A), A, isinstance(5, A))
print(issubclass(str, B), A.zork, A + 1, bool(A), hash(A), A.prop)
try:
    a.zork
except AttributeError as e:
    print(e)
print(sorted(Reg.reg), type(B), B.__mro__, Reg.__mro__[0].__name__, {A: 1}[A])
def mk(name, bases, ns):
    return type(name, bases, {**ns, 'extra': 5})
class F(metaclass=mk):
    y = 1
print(F.extra, F.y, type(F))
class S(type):
    _i = {}
    def __call__(c, *a):
        if c not in c._i:
            c._i[c] = super().__call__(*a)
        return c._i[c]
class One(metaclass=S):
    pass
print(One() is One())
class OrderedMeta(type):
    def __new__(m, n, b, ns):
        c = super().__new__(m, n, b, ns)
        c._order = [k for k in ns if not k.startswith('__')]
        return c
class Form(metaclass=OrderedMeta):
    z = 1
    a = 2
    m = 3
print(Form._order)
class IS:
    subs = []
    def __init_subclass__(cls, /, kind='plain', **k):
        super().__init_subclass__(**k)
        cls.kind = kind
        IS.subs.append(cls.__name__)
class X(IS, kind='special'):
    pass
class Y(X):
    pass
print(IS.subs, X.kind, Y.kind)
class G:
    def __class_getitem__(cls, k):
        return (cls.__name__, k)
print(G[int], G[1, 2], G[...])
class M2(type):
    def mro(cls):
        return [cls, object]
class W1:
    q = 1
class W2(W1, metaclass=M2):
    pass
print(hasattr(W2, 'q'), W2.__mro__ == (W2, object), W2.__bases__)

# expect: prepare A {'tag': 't'}
# expect: init A
# expect: prepare B {}
# expect: init B
# expect: call A (3,) {}
# expect: True 3 t None 1
# expect: A[k] True 7 ['a', 'b', 'c'] <Reg A> True
# expect: True meta:zork (<Reg A>, 1) False 99 metaprop A
# expect: 'A' object has no attribute 'zork'
# expect: ['A', 'B'] <class '__main__.Reg'> (<Reg B>, <Reg A>, <class 'object'>) Reg 1
# expect: 5 1 <class 'type'>
# expect: True
# expect: ['z', 'a', 'm']
# expect: ['X', 'Y'] special plain
# expect: ('G', <class 'int'>) ('G', (1, 2)) ('G', Ellipsis)
# expect: False True (<class '__main__.W1'>,)
