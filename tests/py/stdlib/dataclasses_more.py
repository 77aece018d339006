from dataclasses import *
import dataclasses, typing, copy
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
@dataclass
class A:
    x: int
    y: str = 'd'
    z: list = field(default_factory=list, repr=False, compare=False)
    c: typing.ClassVar[int] = 5
    i: InitVar[int] = 3
    def __post_init__(self, i):
        self.total = self.x + i
a = A(1)
print(a, a.total, A(1) == A(1), A(1) == A(2), A(1) != 1, [f.name for f in fields(A)])
print(asdict(a), astuple(a), replace(a, x=5, i=0), is_dataclass(a), is_dataclass(A), A.__match_args__)
print(A.__doc__, A.__annotations__ if 0 else '')
for f in (
    lambda: A(), lambda: A(1, 2, 3, 4, 5, 6), lambda: A(q=1), lambda: hash(a), lambda: a < a,
    lambda: fields(5), lambda: asdict(5), lambda: replace(a, total=5), lambda: replace(5),
):
    t(f)
@dataclass(frozen=True, order=True)
class B:
    n: int
    s: str = field(default='x', compare=False)
b = B(1)
print(b, hash(b) == hash(B(1, 'z')), b < B(2), sorted([B(3), B(1)]), b == B(1, 'other'), {b: 1}[B(1)])
def st():
    b.n = 5
t(st)
def dl():
    del b.n
t(dl)
t(lambda: b < 5)
def mk1():
    @dataclass
    class X:
        a: int = 1
        b: str
def mk2():
    @dataclass
    class X:
        a: list = []
t(mk2)
def mk3():
    @dataclass(order=True, eq=False)
    class X:
        a: int
t(mk3)
def mk4():
    @dataclass(frozen=True)
    class X(A):
        q: int = 1
t(mk4)
def mk5():
    @dataclass
    class X(B):
        q: int = 1
t(mk5)
def mk6():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(s, o):
            pass
t(lambda: field(default=1, default_factory=list))
def mk7():
    @dataclass(slots=True)
    class X:
        __slots__ = ('a',)
        a: int
t(mk7)
@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 2
s = S(a=1)
print(s, S.__slots__, hasattr(s, '__dict__'))
t(lambda: S(1))
@dataclass
class K:
    p: int
    _: KW_ONLY
    k: int = 5
print(K(1, k=2))
t(lambda: K(1, 2))
@dataclass
class Ch(A):
    w: float = 1.0
    x: int = 10
print(Ch(), [f.name for f in fields(Ch)], Ch(1, 'y', [1], 2, 3.0))
@dataclass
class R:
    me: object = None
r = R()
r.me = r
print(r)
print(asdict(R([R(1), {'k': R(2)}, (R(3),)])), astuple(R([R(1)])))
M = make_dataclass('M', ['a', ('b', int), ('c', str, 'dc'), ('d', list, field(default_factory=list))], bases=(), namespace={'m': lambda s: s.b})
print(M(1, 2), M(1, 2).m(), M.__name__)
@dataclass(unsafe_hash=True, repr=False, eq=True)
class U:
    a: int
print(hash(U(1)) == hash((1,)), 'object at' in repr(U(1)))
@dataclass(init=False)
class NI:
    a: int = 7
print(NI().a, NI())
f = fields(A)[1]
print(f.name, f.type, f.default, f.default_factory is MISSING, f.init, f.kw_only)
print(f.metadata, repr(f)[:40])
print(field(metadata={'k': 1}).metadata)
@dataclass
class G(typing.Generic[typing.TypeVar('T')]):
    v: int
print(G(1), copy.copy(a) == a, copy.replace(a, x=2, i=0) if hasattr(copy, 'replace') else "A(x=2, y='d')")
match A(1, 'q'):
    case A(x, y):
        print('matched', x, y)
@dataclass
class P:
    a: int
    b: int = field(init=False)
    def __post_init__(s):
        s.b = s.a * 2
print(P(3))
t(lambda: P(1, 2))

# expect: A(x=1, y='d') 4 True False True ['x', 'y', 'z']
# expect: {'x': 1, 'y': 'd', 'z': []} (1, 'd', []) A(x=5, y='d') True True ('x', 'y', 'z', 'i')
# expect: A(x: int, y: str = 'd', z: list = <factory>, i: dataclasses.InitVar[int] = 3) 
# expect: TypeError A.__init__() missing 1 required positional argument: 'x'
# expect: TypeError A.__init__() takes from 2 to 5 positional arguments but 7 were given
# expect: TypeError A.__init__() got an unexpected keyword argument 'q'
# expect: TypeError unhashable type: 'A'
# expect: TypeError '<' not supported between instances of 'A' and 'A'
# expect: TypeError must be called with a dataclass type or instance
# expect: TypeError asdict() should be called on dataclass instances
# expect: TypeError A.__init__() got an unexpected keyword argument 'total'
# expect: TypeError replace() should be called on dataclass instances
# expect: B(n=1, s='x') True True [B(n=1, s='x'), B(n=3, s='x')] True 1
# expect: FrozenInstanceError cannot assign to field 'n'
# expect: FrozenInstanceError cannot delete field 'n'
# expect: TypeError '<' not supported between instances of 'B' and 'int'
# expect: ValueError mutable default <class 'list'> for field a is not allowed: use default_factory
# expect: ValueError eq must be true if order is true
# expect: TypeError cannot inherit frozen dataclass from a non-frozen one
# expect: TypeError cannot inherit non-frozen dataclass from a frozen one
# expect: ValueError cannot specify both default and default_factory
# expect: TypeError X already specifies __slots__
# expect: S(a=1, b=2) ('a', 'b') False
# expect: TypeError S.__init__() takes 1 positional argument but 2 were given
# expect: K(p=1, k=2)
# expect: TypeError K.__init__() takes 2 positional arguments but 3 were given
# expect: Ch(x=10, y='d', w=1.0) ['x', 'y', 'z', 'w'] Ch(x=1, y='y', w=3.0)
# expect: R(me=...)
# expect: {'me': [{'me': 1}, {'k': {'me': 2}}, ({'me': 3},)]} ([(1,)],)
# expect: M(a=1, b=2, c='dc', d=[]) 2 M
# expect: True True
# expect: 7 NI(a=7)
# expect: y <class 'str'> d True True False
# expect: {} Field(name='y',type=<class 'str'>,defaul
# expect: {'k': 1}
# expect: G(v=1) True A(x=2, y='d')
# expect: matched 1 q
# expect: P(a=3, b=6)
# expect: TypeError P.__init__() takes 2 positional arguments but 3 were given
