import datetime, decimal, fractions
d = datetime.datetime(2024, 3, 5, 14, 7, 9)
print(f'{d:%Y-%m-%d %H:%M:%S} {d:%d/%m} {d!s} {d.date():%j} {d:}', f'{decimal.Decimal("1.2345"):.2f} {decimal.Decimal(5):>5} {fractions.Fraction(1, 3)} {float(fractions.Fraction(22, 7)):.3f}')
class Money:
    def __init__(s, v): s.v = v
    def __format__(s, f): return f'${s.v:,.2f}' if f == 'm' else format(s.v, f)
print(f'{Money(1234.5):m} {Money(3):05d} {Money(2.5)}', '{:m}'.format(Money(9)), format(Money(1), 'm'))
class S(str): pass
print(f'{S("q"):>3}', f'{1 + 2j:.1f} {1j:>8}', f'{range(3)} {(1, 2)!s:>8} {None!s:>6} {True:>5} {True!s:>5} {b"x"!r}')

# expect: 2024-03-05 14:07:09 05/03 2024-03-05 14:07:09 065 2024-03-05 14:07:09 1.23     5 1/3 3.143
# expect: $1,234.50 00003 2.5 $9.00 $1.00
# expect:   q 1.0+2.0j       1j range(0, 3)   (1, 2)   None     1  True b'x'
