class A(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.extra = 1
a = A(x=1); a['y'] = 2; print(a, a.extra, len(a), a == {'x': 1, 'y': 2}, sorted(a))
class Mix:
    def describe(self): return f'{type(self).__name__} of {len(self)}'
class L(Mix, list): pass
class S(Mix, set): pass
class T(Mix, str): pass
print(L([1]).describe(), S('ab').describe(), T('xyz').describe(), L.__mro__[2].__name__)
class E(ValueError, KeyError): pass
try: raise E('both')
except KeyError as e: print(e, isinstance(e, ValueError), isinstance(e, LookupError))
class F(float):
    def __new__(cls, v, unit): o = super().__new__(cls, v); o.unit = unit; return o
    def __str__(self): return f'{float(self)}{self.unit}'
print(F(1.5, 'm'), F(1, 'k') + 1, [F(2, 'x')])
class B(bytes):
    def hexed(self): return self.hex('-')
print(B(b'abc').hexed(), B(b'x') + b'y', type(B(b'x')[:]).__name__)
class Fz(frozenset): pass
print(type(Fz([1]) | {2}).__name__, type(Fz([1]).copy()).__name__, type(S([1]) | {2}).__name__, type(L([1]) * 2).__name__)
class C(complex): pass
print(C(1, 2), type(C(1) + 1).__name__)
class By(bytearray): pass
x = By(b'q'); x.append(65); x.attr = 1; print(x, x.attr)

# expect: {'x': 1, 'y': 2} 1 2 True ['x', 'y']
# expect: L of 1 S of 2 T of 3 list
# expect: 'both' True True
# expect: 1.5m 2.0 [2.0]
# expect: 61-62-63 b'xy' bytes
# expect: frozenset frozenset set list
# expect: (1+2j) complex
# expect: By(b'qA') 1
