class M:
    def __init__(self, r): self.r = r
    def __matmul__(self, o):
        if not isinstance(o, M): return NotImplemented
        return M([[sum(a * b for a, b in zip(x, y)) for y in zip(*o.r)] for x in self.r])
    def __rmatmul__(self, o): return ('r', o)
    def __imatmul__(self, o):
        self.r = (self @ o).r
        return self
    def __repr__(self): return f'M({self.r})'
a, b = M([[1, 2], [3, 4]]), M([[0, 1], [1, 0]])
print(a @ b, b @ a, 5 @ a)
c = a
a @= b
print(a, c is a, a @ b @ b)
for s in ['1 @ 2', 'a @ 1', '[] @ []']:
    try: print(eval(s))
    except TypeError as e: print(e)
x = 1
try: x @= 2
except TypeError as e: print(e)

# expect: M([[2, 1], [4, 3]]) M([[3, 4], [1, 2]]) ('r', 5)
# expect: M([[2, 1], [4, 3]]) True M([[2, 1], [4, 3]])
# expect: unsupported operand type(s) for @: 'int' and 'int'
# expect: unsupported operand type(s) for @: 'M' and 'int'
# expect: unsupported operand type(s) for @: 'list' and 'list'
# expect: unsupported operand type(s) for @=: 'int' and 'int'
