class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __getitem__(self, ij):
        if isinstance(ij, tuple):
            i, j = ij
            return Matrix([r[j] for r in self.rows[i]]) if isinstance(i, slice) else self.rows[i][j]
        return self.rows[ij]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n):
        r, b = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1: r = r @ b
            b = b @ b; n >>= 1
        return r
    def __eq__(self, o): return self.rows == o.rows
    def __repr__(self): return f'Matrix({self.rows})'
    def __iter__(self): return (x for r in self.rows for x in r)
    def det(self):
        if len(self.rows) == 1: return self.rows[0][0]
        return sum((-1) ** j * a * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, a in enumerate(self.rows[0]))
m = Matrix([[1, 1], [1, 0]])
print(m @ m, m ** 50, m.T, m.shape, m[0, 1], m[0], list(m))
m[1, 1] = 5; print(m, m[0:2, 0:1], Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det(), m == m.T.T)

# expect: Matrix([[2, 1], [1, 1]]) Matrix([[20365011074, 12586269025], [12586269025, 7778742049]]) Matrix([[1, 1], [1, 0]]) (2, 2) 1 [1, 1] [1, 1, 1, 0]
# expect: Matrix([[1, 1], [1, 5]]) Matrix([[1], [1]]) 18 True
