class Node:
    def accept(self, v): return getattr(v, 'visit_' + type(self).__name__.lower(), v.generic)(self)
class Num(Node):
    def __init__(self, v): self.v = v
class Bin(Node):
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
class Neg(Node):
    def __init__(self, e): self.e = e
class Eval:
    def visit_num(self, n): return n.v
    def visit_bin(self, n):
        l, r = n.l.accept(self), n.r.accept(self)
        return {'+': l + r, '-': l - r, '*': l * r}[n.op]
    def generic(self, n): raise NotImplementedError(type(n).__name__)
class Show(Eval):
    def visit_num(self, n): return str(n.v)
    def visit_bin(self, n): return f'({n.l.accept(self)} {n.op} {n.r.accept(self)})'
    def visit_neg(self, n): return '-' + n.e.accept(self)
t = Bin('+', Num(1), Bin('*', Num(2), Num(3)))
print(t.accept(Eval()), t.accept(Show()), Bin('-', Neg(Num(1)), Num(2)).accept(Show()))
try: Neg(Num(1)).accept(Eval())
except NotImplementedError as e: print(e)

# expect: 7 (1 + (2 * 3)) (-1 - 2)
# expect: Neg
