class A:
    __match_args__ = ('a',)
    def __init__(s): s.a, s.b = 1, 2
class B(A): __match_args__ = A.__match_args__ + ('b',)
class C(A): pass
match B():
    case B(x, y): print(x, y)
match C():
    case C(x): print(x)
match B():
    case A(x): print('as A', x)
from collections import namedtuple
P = namedtuple('P', 'x y')
match P(1, 2):
    case (1, y): print('as seq', y)
match P(1, 2):
    case P(x, y=2): print('as class', x)
class Prop:
    __match_args__ = ('v',)
    @property
    def v(self): raise AttributeError('hidden')
match Prop():
    case Prop(_): print('matched')
    case _: print('attribute error means no match')
class Err:
    @property
    def v(self): raise ValueError('real error')
try:
    match Err():
        case Err(v=_): pass
except ValueError as e: print(e)

# expect: 1 2
# expect: 1
# expect: as A 1
# expect: as seq 2
# expect: as class 1
# expect: attribute error means no match
# expect: real error
