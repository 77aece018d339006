class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
class Q(P): pass
def f(o):
    match o:
        case P(0, 0): return 'origin'
        case P(x=0): return f'on y {o.y}'
        case P(x, 0): return f'on x {x}'
        case Q(a, b): return f'Q {a} {b}'
        case P(a, y=b) if a == b: return 'diag'
        case P(): return 'P'
        case int(n): return f'int {n}'
        case str() as s: return f'str {s}'
        case [P(), P()]: return 'pair'
        case {'p': P(x=px)}: return f'in dict {px}'
        case float() | complex(): return 'num'
        case _: return '?'
print([f(v) for v in (P(0, 0), P(0, 3), P(4, 0), Q(1, 2), P(2, 2), P(1, 2), 5, True, 'hi', [P(1, 1), P(2, 2)], {'p': P(9, 9)}, 1.5, 2j, None)])

# expect: ['origin', 'on y 3', 'on x 4', 'Q 1 2', 'diag', 'P', 'int 5', 'int True', 'str hi', 'pair', 'in dict 9', 'num', 'num', '?']
