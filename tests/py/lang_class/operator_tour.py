# since-3.14: unhashable type: 'R' => cannot use 'R' as a set element (unhashable type: 'R')
from functools import total_ordering
@total_ordering
class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y) if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return abs(self) < abs(o) if isinstance(o, V) else NotImplemented
    def __hash__(self): return hash((self.x, self.y))
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** .5
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return V(self.x * k, self.y * k) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __neg__(self): return V(-self.x, -self.y)
    def __bool__(self): return bool(self.x or self.y)
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __iadd__(self, o): self.x += o.x; self.y += o.y; return self
    def __format__(self, s): return f"<{self.x:{s}}|{self.y:{s}}>" if s else repr(self)
    def __divmod__(self, k): return V(self.x // k, self.y // k), V(self.x % k, self.y % k)
    def __round__(self, n=None): return V(round(self.x, n), round(self.y, n))
    def __complex__(self): return complex(self.x, self.y)
    def __int__(self): return int(abs(self))
    def __index__(self): return self.x
    def __call__(self, *a): return a
    def __contains__(self, v): return v in (self.x, self.y)
    def __len__(self): return 2
    def __reversed__(self): return reversed((self.x, self.y))
    def __dir__(self): return ["z", "a"]
    def __sizeof__(self): return 77
a, b = V(3, 4), V(1, 2)
print(a + b, sum([a, b]), a * 2, 2.5 * a, a @ b, -a, bool(V(0, 0)), a > b, a >= b, a <= b, sorted([a, b]), max(a, b), a == (3, 4), a != b, {a: 1}[V(3, 4)])
x, y = a; print(x, y, list(a), 4 in a, f"{a} {a:.2f} {a!r:>10}", divmod(a, 2), round(V(1.25, 2.75), 1), complex(a), int(a), [0, 1, 2, 3][a], hex(a), a(1), list(reversed(a)), dir(a))
c = a; c += b; print(c is a, a)
for f in (lambda: a + 1, lambda: 1 + a, lambda: a * "x", lambda: a < 3, lambda: a - b, lambda: a @ 3, lambda: a ** 2, lambda: a[5], lambda: ~a, lambda: a & b, lambda: a.nope):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class R:
    def __eq__(self, o): return True
print(R.__hash__)
try: {R()}
except TypeError as e: print(e)
class BadLen:
    def __len__(self): return -1
for v in (BadLen(), type("L", (), {"__len__": lambda s: "x"})(), type("L", (), {"__len__": lambda s: 1 << 80})(), type("B", (), {"__bool__": lambda s: 1})(), type("H", (), {"__hash__": lambda s: "h"})(), type("I", (), {"__index__": lambda s: "i"})(), type("S", (), {"__str__": lambda s: 1, "__repr__": lambda s: 2})(), type("It", (), {"__iter__": lambda s: 5})()):
    for f in (len, bool, hash, lambda o: [1][o], str, repr, iter, int, float):
        try: f(v)
        except TypeError as e: print(type(v).__name__, e)
        except ValueError as e: print(type(v).__name__, "VE", e)
        except OverflowError as e: print(type(v).__name__, "OE", e)

# expect: V(4, 6) V(4, 6) V(6, 8) V(7.5, 10.0) 11 V(-3, -4) False True True False [V(1, 2), V(3, 4)] V(3, 4) False True 1
# expect: 3 4 [3, 4] True V(3, 4) <3.00|4.00>    V(3, 4) (V(1, 2), V(1, 0)) V(1.2, 2.8) (3+4j) 5 3 0x3 (1,) [4, 3] ['a', 'z']
# expect: True V(4, 6)
# expect: TypeError unsupported operand type(s) for +: 'V' and 'int'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'V'
# expect: xxxx
# expect: TypeError '<' not supported between instances of 'V' and 'int'
# expect: TypeError unsupported operand type(s) for -: 'V' and 'V'
# expect: AttributeError 'int' object has no attribute 'x'
# expect: TypeError unsupported operand type(s) for ** or pow(): 'V' and 'int'
# expect: IndexError tuple index out of range
# expect: TypeError bad operand type for unary ~: 'V'
# expect: TypeError unsupported operand type(s) for &: 'V' and 'V'
# expect: AttributeError 'V' object has no attribute 'nope'
# expect: None
# expect: cannot use 'R' as a set element (unhashable type: 'R')
# expect: BadLen VE __len__() should return >= 0
# expect: BadLen VE __len__() should return >= 0
# expect: BadLen list indices must be integers or slices, not BadLen
# expect: BadLen 'BadLen' object is not iterable
# expect: BadLen int() argument must be a string, a bytes-like object or a real number, not 'BadLen'
# expect: BadLen float() argument must be a string or a real number, not 'BadLen'
# expect: L 'str' object cannot be interpreted as an integer
# expect: L 'str' object cannot be interpreted as an integer
# expect: L list indices must be integers or slices, not L
# expect: L 'L' object is not iterable
# expect: L int() argument must be a string, a bytes-like object or a real number, not 'L'
# expect: L float() argument must be a string or a real number, not 'L'
# expect: L OE cannot fit 'int' into an index-sized integer
# expect: L OE cannot fit 'int' into an index-sized integer
# expect: L list indices must be integers or slices, not L
# expect: L 'L' object is not iterable
# expect: L int() argument must be a string, a bytes-like object or a real number, not 'L'
# expect: L float() argument must be a string or a real number, not 'L'
# expect: B object of type 'B' has no len()
# expect: B __bool__ should return bool, returned int
# expect: B list indices must be integers or slices, not B
# expect: B 'B' object is not iterable
# expect: B int() argument must be a string, a bytes-like object or a real number, not 'B'
# expect: B float() argument must be a string or a real number, not 'B'
# expect: H object of type 'H' has no len()
# expect: H __hash__ method should return an integer
# expect: H list indices must be integers or slices, not H
# expect: H 'H' object is not iterable
# expect: H int() argument must be a string, a bytes-like object or a real number, not 'H'
# expect: H float() argument must be a string or a real number, not 'H'
# expect: I object of type 'I' has no len()
# expect: I __index__ returned non-int (type str)
# expect: I 'I' object is not iterable
# expect: I __index__ returned non-int (type str)
# expect: I __index__ returned non-int (type str)
# expect: S object of type 'S' has no len()
# expect: S list indices must be integers or slices, not S
# expect: S __str__ returned non-string (type int)
# expect: S __repr__ returned non-string (type int)
# expect: S 'S' object is not iterable
# expect: S int() argument must be a string, a bytes-like object or a real number, not 'S'
# expect: S float() argument must be a string or a real number, not 'S'
# expect: It object of type 'It' has no len()
# expect: It list indices must be integers or slices, not It
# expect: It iter() returned non-iterator of type 'int'
# expect: It int() argument must be a string, a bytes-like object or a real number, not 'It'
# expect: It float() argument must be a string or a real number, not 'It'
