from __future__ import annotations
import itertools, fractions, numbers, copy
class Matrix:
    def __init__(self, rows): 
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1: raise ValueError("ragged rows")
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self) -> Matrix: return Matrix(zip(*self.rows))
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, o.rows, strict=True)])
    def __mul__(self, k):
        if isinstance(k, numbers.Number): return Matrix([[a * k for a in r] for r in self.rows])
        return NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} do not match")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in o.T.rows] for r in self.rows])
    def __pow__(self, n):
        r, b = Matrix.identity(len(self.rows)), self
        while n: r = r @ b if n & 1 else r; b = b @ b; n >>= 1
        return r
    def __getitem__(self, k): 
        if isinstance(k, tuple): i, j = k; return Matrix([r[j] if isinstance(j, slice) else [r[j]] for r in (self.rows[i] if isinstance(i, slice) else [self.rows[i]])]) if isinstance(i, slice) or isinstance(j, slice) else self.rows[i][j]
        return self.rows[k]
    def __setitem__(self, k, v): self.rows[k[0]][k[1]] = v
    def det(self):
        a = [[fractions.Fraction(x) for x in r] for r in self.rows]; d = fractions.Fraction(1)
        for c in range(len(a)):
            p = next((r for r in range(c, len(a)) if a[r][c]), None)
            if p is None: return 0
            if p != c: a[c], a[p] = a[p], a[c]; d = -d
            d *= a[c][c]
            for r in range(c + 1, len(a)):
                f = a[r][c] / a[c][c]; a[r] = [x - f * y for x, y in zip(a[r], a[c])]
        return d
    def __iter__(self): return itertools.chain.from_iterable(self.rows)
    def __str__(self): w = max(len(str(x)) for x in self); return "\n".join(" ".join(f"{x!s:>{w}}" for x in r) for r in self.rows)
    def __repr__(self): return f"Matrix({self.rows})"
a = Matrix([[1, 2], [3, 4]]); print(a @ a, a ** 10, 2 * a, a.T, a.det(), a[0, 1], a[:, 1], a[1], sum(a), sep="\n")
b = copy.deepcopy(a); b[0, 0] = 99; print(a == b, a[0, 0], (Matrix([[1, 1], [1, 0]]) ** 90)[0, 1], Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det())
for f in (lambda: Matrix([[1], [1, 2]]), lambda: a @ Matrix([[1, 2, 3]]), lambda: a + Matrix([[1]]), lambda: a * "x", lambda: a + 1, lambda: a[5], lambda: a @ 3):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

# expect:  7 10
# expect: 15 22
# expect:  4783807  6972050
# expect: 10458075 15241882
# expect: 2 4
# expect: 6 8
# expect: 1 3
# expect: 2 4
# expect: -2
# expect: 2
# expect: 2
# expect: 4
# expect: [3, 4]
# expect: 10
# expect: False 1 2880067194370816120 18
# expect: ValueError ragged rows
# expect: ValueError shapes (2, 2) and (1, 3) do not match
# expect: ValueError zip() argument 2 is shorter than argument 1
# expect: TypeError can't multiply sequence by non-int of type 'Matrix'
# expect: AttributeError 'int' object has no attribute 'rows'
# expect: IndexError list index out of range
# expect: AttributeError 'int' object has no attribute 'shape'
