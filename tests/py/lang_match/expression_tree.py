from dataclasses import dataclass
@dataclass
class Num: v: float
@dataclass
class Add: l: object; r: object
@dataclass
class Mul: l: object; r: object
@dataclass
class Var: n: str
def simp(e):
    match e:
        case Add(Num(0), x) | Add(x, Num(0)): return simp(x)
        case Mul(Num(0), _) | Mul(_, Num(0)): return Num(0)
        case Mul(Num(1), x) | Mul(x, Num(1)): return simp(x)
        case Add(Num(a), Num(b)): return Num(a + b)
        case Mul(Num(a), Num(b)): return Num(a * b)
        case Add(l, r): return Add(simp(l), simp(r))
        case Mul(l, r): return Mul(simp(l), simp(r))
        case _: return e
def show(e):
    match e:
        case Num(v): return str(v)
        case Var(n): return n
        case Add(l, r): return f'({show(l)} + {show(r)})'
        case Mul(l, r): return f'{show(l)} * {show(r)}'
x = Var('x')
for e in (Add(Num(0), x), Mul(x, Num(1)), Add(Mul(Num(2), Num(3)), Num(4)), Mul(Num(0), Add(x, x)), Add(x, Mul(Num(1), x))): print(show(simp(e)), simp(e))

# expect: x Var(n='x')
# expect: x Var(n='x')
# expect: (6 + 4) Add(l=Num(v=6), r=Num(v=4))
# expect: 0 Num(v=0)
# expect: (x + x) Add(l=Var(n='x'), r=Var(n='x'))
