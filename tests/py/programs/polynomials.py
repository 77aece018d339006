class Poly:
    def __init__(self, *c):
        c = list(c)
        while len(c) > 1 and c[-1] == 0: c.pop()
        self.c = c or [0]
    def __add__(self, o):
        from itertools import zip_longest
        return Poly(*(a + b for a, b in zip_longest(self.c, o.c, fillvalue=0)))
    def __mul__(self, o):
        if isinstance(o, int): return Poly(*(a * o for a in self.c))
        r = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): r[i + j] += a * b
        return Poly(*r)
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __pow__(self, n): return Poly(1) if n == 0 else self * self ** (n - 1)
    def __call__(self, x):
        r = 0
        for a in reversed(self.c): r = r * x + a
        return r
    def diff(self): return Poly(*(i * a for i, a in enumerate(self.c))[1:]) if 0 else Poly(*[i * a for i, a in enumerate(self.c)][1:])
    def __eq__(self, o): return self.c == o.c
    def __str__(self):
        t = []
        for i, a in reversed(list(enumerate(self.c))):
            if a: t.append(f'{"-" if a < 0 else "+"} {"" if abs(a) == 1 and i else abs(a)}{"" if i == 0 else "x" if i == 1 else f"x^{i}"}')
        s = ' '.join(t) or '0'
        return s[2:] if s.startswith('+') else s.replace('- ', '-', 1) if s.startswith('-') else s
p, q = Poly(1, 2, 1), Poly(-1, 1)
print(p, '|', q, '|', p + q, '|', p * q, '|', p - p, '|', q ** 4, '|', p.diff(), '|', p(3), (p * q)(2), 3 * q, Poly(0, 0), p == Poly(1, 2, 1, 0))

# expect: x^2 + 2x + 1 | x - 1 | x^2 + 3x | x^3 + x^2 - x - 1 | 0 | x^4 - 4x^3 + 6x^2 - 4x + 1 | 2x + 2 | 16 9 3x - 3 0 True
