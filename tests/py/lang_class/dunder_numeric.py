class V:
    def __init__(s, *c): s.c = c
    def __repr__(s): return f'V{s.c}'
    def __add__(s, o): return V(*(a + b for a, b in zip(s.c, o.c))) if isinstance(o, V) else NotImplemented
    def __sub__(s, o): return s + -o
    def __mul__(s, k): return V(*(a * k for a in s.c)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __neg__(s): return s * -1
    def __truediv__(s, k): return s * (1 / k)
    def __floordiv__(s, k): return V(*(a // k for a in s.c))
    def __mod__(s, k): return V(*(a % k for a in s.c))
    def __divmod__(s, k): return s // k, s % k
    def __pow__(s, k, m=None): return ('pow', k, m)
    def __abs__(s): return sum(a * a for a in s.c) ** .5
    def __round__(s, n=None): return ('round', n)
    def __trunc__(s): return 't'
    def __floor__(s): return 'f'
    def __ceil__(s): return 'c'
    def __int__(s): return 42
    def __float__(s): return 4.5
    def __complex__(s): return 1 + 2j
    def __index__(s): return 3
    def __bool__(s): return any(s.c)
    def __eq__(s, o): return isinstance(o, V) and s.c == o.c
    def __hash__(s): return hash(s.c)
    def __lshift__(s, o): return 'ls'
    def __rand__(s, o): return 'rand'
    def __xor__(s, o): return 'xor'
import math
a, b = V(3, 4), V(1, 2)
print(a + b, a - b, a * 2, 2 * a, -a, a / 2, a // 2, a % 2, divmod(a, 2), a ** 2, pow(a, 2, 5), abs(a))
print(round(a), round(a, 2), math.trunc(a), math.floor(a), math.ceil(a), int(a), float(a), complex(a), [0, 1, 2, 'idx'][a], hex(a), bool(V(0, 0)), a == V(3, 4), {a: 1}[V(3, 4)])
print(a << 1, 1 & a, a ^ 1, range(a), 'x' * a, bytes(a), chr(V()) == '\x03')
for f in [lambda: a + 1, lambda: a * 'x', lambda: a & 1, lambda: 1 << a, lambda: a > b]:
    try: print(f())
    except TypeError as e: print(e)

# expect: V(4, 6) V(2, 2) V(6, 8) V(6, 8) V(-3, -4) V(1.5, 2.0) V(1, 2) V(1, 0) (V(1, 2), V(1, 0)) ('pow', 2, None) ('pow', 2, 5) 5.0
# expect: ('round', None) ('round', 2) t f c 42 4.5 (1+2j) idx 0x3 False True 1
# expect: ls rand xor range(0, 3) xxx b'\x00\x00\x00' True
# expect: unsupported operand type(s) for +: 'V' and 'int'
# expect: xxx
# expect: unsupported operand type(s) for &: 'V' and 'int'
# expect: unsupported operand type(s) for <<: 'int' and 'V'
# expect: '>' not supported between instances of 'V' and 'V'
