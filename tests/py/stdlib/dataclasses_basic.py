from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, InitVar, KW_ONLY
@dataclass
class P:
    x: int
    y: int = 2
    l: list = field(default_factory=list, repr=False)
p = P(1); q = P(1, 2)
print(p, p == q, p.l is q.l, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)])
@dataclass(frozen=True, order=True)
class F: a: int; b: str = 'z'
print(F(1) < F(2), hash(F(1)) == hash(F(1)), sorted([F(2), F(1, 'a')]))
try: F(1).a = 2
except FrozenInstanceError as e: print(e)
@dataclass(slots=True, kw_only=True)
class S: v: int = 0
print(S(v=3), hasattr(S(), '__dict__'))
try: S(1)
except TypeError as e: print(e)
@dataclass
class I:
    a: int
    scale: InitVar[int] = 2
    total: int = field(init=False)
    _: KW_ONLY
    k: str = 'k'
    def __post_init__(self, scale): self.total = self.a * scale
print(I(3), I(3, 5, k='q').total)
for src in ('x: int = 1\n    y: int', 'l: list = []', 'x: int = field(default=1, default_factory=int)'):
    try: exec(f'@dataclass\nclass Bad:\n    {src}')
    except (TypeError, ValueError) as e: print(str(e).removesuffix(" 'x'"))
try: P()
except TypeError as e: print(e)

# expect: P(x=1, y=2) True False {'x': 1, 'y': 2, 'l': []} (1, 2, []) P(x=9, y=2) ['x', 'y', 'l']
# expect: True True [F(a=1, b='a'), F(a=2, b='z')]
# expect: cannot assign to field 'a'
# expect: S(v=3) False
# expect: S.__init__() takes 1 positional argument but 2 were given
# expect: I(a=3, total=6, k='k') 15
# expect: non-default argument 'y' follows default argument
# expect: mutable default <class 'list'> for field l is not allowed: use default_factory
# expect: cannot specify both default and default_factory
# expect: P.__init__() missing 1 required positional argument: 'x'
