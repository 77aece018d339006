from fractions import Fraction
from functools import reduce
class Matrix:
    def __init__(self, rows):
        self.r = [list(x) for x in rows]
        if len({len(x) for x in self.r}) > 1:
            raise ValueError('ragged rows')
    shape = property(lambda s: (len(s.r), len(s.r[0])))
    def __getitem__(self, ij):
        if isinstance(ij, tuple):
            i, j = ij
            return self.r[i][j] if not isinstance(i, slice) else Matrix([x[j] if isinstance(j, slice) else [x[j]] for x in self.r[i]])
        return self.r[ij]
    def __setitem__(self, ij, v):
        self.r[ij[0]][ij[1]] = v
    def __add__(self, o):
        self._same(o)
        return Matrix([[a + b for a, b in zip(x, y)] for x, y in zip(self.r, o.r)])
    def _same(self, o):
        if self.shape != o.shape:
            raise ValueError(f'shape mismatch {self.shape} vs {o.shape}')
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]:
            raise ValueError('inner dimensions differ')
        return Matrix([[sum((a * b for a, b in zip(x, c))) for c in zip(*o.r)] for x in self.r])
    def __mul__(self, k):
        return Matrix([[a * k for a in x] for x in self.r])
    __rmul__ = __mul__
    def __pow__(self, n):
        return reduce(lambda a, b: a @ b, [self] * n, Matrix.eye(len(self.r)))
    @classmethod
    def eye(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])
    T = property(lambda s: Matrix(zip(*s.r)))
    def det(self):
        if len(self.r) == 1:
            return self.r[0][0]
        return sum(((-1) ** j * v * Matrix([x[:j] + x[j + 1:] for x in self.r[1:]]).det() for j, v in enumerate(self.r[0])))
    def inv(self):
        n = len(self.r)
        a = [[Fraction(v) for v in x] + [Fraction(int(i == j)) for j in range(n)] for i, x in enumerate(self.r)]
        for c in range(n):
            p = next((r for r in range(c, n) if a[r][c]), None)
            if p is None:
                raise ZeroDivisionError('singular')
            a[c], a[p] = (a[p], a[c])
            a[c] = [v / a[c][c] for v in a[c]]
            for r in range(n):
                if r != c:
                    a[r] = [x - a[r][c] * y for x, y in zip(a[r], a[c])]
        return Matrix([x[n:] for x in a])
    def __eq__(self, o):
        return isinstance(o, Matrix) and self.r == o.r
    def __repr__(self):
        return '\n'.join((' '.join((f'{str(v):>5}' for v in x)) for x in self.r))
    def __iter__(self):
        return (v for x in self.r for v in x)
m = Matrix([[2, 1], [5, 3]])
print(m, m @ m, m + m, 3 * m, m.T, m.det(), m.inv(), m @ m.inv() == Matrix.eye(2), m ** 5, m[0, 1], m[0], m[:, 1], list(m), sep='\n')
for f in (
    lambda: Matrix([[1], [1, 2]]), lambda: m @ Matrix([[1, 2, 3]]), lambda: m + Matrix([[1]]),
    lambda: Matrix([[1, 1], [1, 1]]).inv(), lambda: m['a'], lambda: m[9, 9], lambda: m + 1,
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Poly:
    def __init__(s, *c):
        s.c = list(c)
        [s.c.pop() for _ in iter(lambda: len(s.c) > 1 and s.c[-1] == 0, False)]
    def __call__(s, x):
        return reduce(lambda a, b: a * x + b, reversed(s.c), 0)
    def __add__(s, o):
        n = max(len(s.c), len(o.c))
        f = lambda c: c + [0] * (n - len(c))
        return Poly(*map(sum, zip(f(s.c), f(o.c))))
    def __mul__(s, o):
        r = [0] * (len(s.c) + len(o.c) - 1)
        for i, a in enumerate(s.c):
            for j, b in enumerate(o.c):
                r[i + j] += a * b
        return Poly(*r)
    def diff(s):
        return Poly(*(i * a for i, a in enumerate(s.c) if i)) if len(s.c) > 1 else Poly(0)
    def __str__(s):
        return ' + '.join((f'{a}x^{i}' if i > 1 else f'{a}x' if i else str(a) for i, a in reversed(list(enumerate(s.c))) if a)) or '0'
p = Poly(1, -3, 2)
print(p, p(2), p * p, p + Poly(1), p.diff(), p.diff().diff().diff())
print(Poly(0))

# expect:     2     1
# expect:     5     3
# expect:     9     5
# expect:    25    14
# expect:     4     2
# expect:    10     6
# expect:     6     3
# expect:    15     9
# expect:     2     5
# expect:     1     3
# expect: 1
# expect:     3    -1
# expect:    -5     2
# expect: True
# expect:   987   551
# expect:  2755  1538
# expect: 1
# expect: [2, 1]
# expect:     1
# expect:     3
# expect: [2, 1, 5, 3]
# expect: ValueError ragged rows
# expect: ValueError inner dimensions differ
# expect: ValueError shape mismatch (2, 2) vs (1, 1)
# expect: ZeroDivisionError singular
# expect: TypeError list indices must be integers or slices, not str
# expect: IndexError list index out of range
# expect: AttributeError 'int' object has no attribute 'shape'
# expect: 2x^2 + -3x + 1 3 4x^4 + -12x^3 + 13x^2 + -6x + 1 2x^2 + -3x + 2 4x + -3 0
# expect: 0
