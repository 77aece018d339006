class A:
    def __init__(s, n): s.n = n
    def __add__(s, o): print(s.n, 'add', end=' '); return NotImplemented
    def __radd__(s, o): print(s.n, 'radd', end=' '); return 'done'
class B(A):
    def __radd__(s, o): print(s.n, 'Bradd', end=' '); return 'sub first'
class C(A): pass
print(A('a') + B('b'))
print(A('a') + C('c'))
print(B('b') + A('a'))
try: print(A('x') + A('y'))
except TypeError as e: print(e)
print(1 + A('z'), 'q' + A('w'))
print(sum([A(1)], 0))
class D:
    def __rsub__(s, o): return ('rsub', o)
    def __rpow__(s, o, m=None): return ('rpow', o, m)
    def __rdivmod__(s, o): return ('rdm', o)
    def __rlshift__(s, o): return 'rls'
    def __rfloordiv__(s, o): return 'rfd'
d = D()
print(1 - d, 2 ** d, divmod(3, d), 1 << d, 1 // d)
try: d - 1
except TypeError as e: print(e)

# expect: b Bradd sub first
# expect: a add c radd done
# expect: b add a radd done
# expect: x add unsupported operand type(s) for +: 'A' and 'A'
# expect: z radd w radd done done
# expect: 1 radd done
# expect: ('rsub', 1) ('rpow', 2, None) ('rdm', 3) rls rfd
# expect: unsupported operand type(s) for -: 'D' and 'int'
