from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
class C(Enum): RED = 1; GREEN = 2; CRIMSON = 1
print(C.RED, repr(C.RED), C.RED.name, C.RED.value, C(2), C['GREEN'], C.CRIMSON is C.RED, list(C), len(C), C.RED in C, C.RED == 1, isinstance(C.RED, C), list(C.__members__))
for f in (lambda: C(9), lambda: C['X'], lambda: setattr(C, 'RED', 5), lambda: C.RED < C.GREEN, lambda: type('D', (C,), {})):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class I(IntEnum): A = 1; B = auto()
print(I.A + 1, I.B > I.A, sorted([I.B, I.A]), f'{I.A}', I(2), I.A == 1)
class F(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R | F.X, F.RW & F.R, ~F.R, F.R in F.RW, bool(F(0)), F.RW.value, list(F.RW), F.R ^ F.RW, F(5))
class S(StrEnum): UP = auto(); DOWN = 'd'
print(S.UP, S.DOWN == 'd', S.UP.upper(), f'{S.UP:>4}')
class Planet(Enum):
    EARTH = (5.97, 6.37)
    def __init__(self, m, r): self.m, self.r = m, r
    @property
    def g(self): return round(self.m / self.r, 3)
    @classmethod
    def default(cls): return cls.EARTH
print(Planet.EARTH.g, Planet.default().name)
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
E = Enum('E', 'a b c'); print(list(E), {C.RED: 'r'}[C.RED])

# expect: C.RED <C.RED: 1> RED 1 C.GREEN C.GREEN True [<C.RED: 1>, <C.GREEN: 2>] 2 True False True ['RED', 'GREEN', 'CRIMSON']
# expect: ValueError 9 is not a valid C
# expect: KeyError 'X'
# expect: AttributeError cannot reassign member 'RED'
# expect: TypeError '<' not supported between instances of 'C' and 'C'
# expect: AttributeError 'dict' object has no attribute '_member_names'
# expect: 2 True [<I.A: 1>, <I.B: 2>] 1 2 True
# expect: F.R|X F.R F.W|X True False 3 [<F.R: 1>, <F.W: 2>] F.W F.R|X
# expect: up True UP   up
# expect: 0.937 EARTH
# expect: duplicate values found in <enum 'U'>: B -> A
# expect: [<E.a: 1>, <E.b: 2>, <E.c: 3>] r
