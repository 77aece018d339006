class M(type):
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a); return super().__call__(*a, **k)
    def __repr__(cls): return f'<M {cls.__name__}>'
    def meth(cls): return 'meta ' + cls.__name__
    @property
    def prop(cls): return 'prop ' + cls.__name__
    def __len__(cls): return 7
    def __getitem__(cls, k): return (cls.__name__, k)
    def __contains__(cls, x): return x == 1
    def __iter__(cls): return iter('abc')
class A(metaclass=M, opt=1):
    def __init__(self, v): self.v = v
class B(A): pass
print(A, B(3).v, A.meth(), B.prop, len(A), A[5], 1 in A, list(B), type(B) is M)
try: A(1).meth
except AttributeError as e: print(e)
class S(type):
    inst = {}
    def __call__(cls, *a):
        if cls not in S.inst: S.inst[cls] = super().__call__(*a)
        return S.inst[cls]
class Single(metaclass=S): pass
print(Single() is Single())

# expect: new A [] {'opt': 1}
# expect: init A
# expect: new B ['A'] {}
# expect: init B
# expect: call B (3,)
# expect: <M A> 3 meta A prop B 7 ('A', 5) True ['a', 'b', 'c'] True
# expect: call A (1,)
# expect: 'A' object has no attribute 'meth'
# expect: True
