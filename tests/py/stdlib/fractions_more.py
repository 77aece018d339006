from fractions import Fraction as F
import math, decimal
print(F(3, 6), F('3/4'), F('-0.125'), F('1e-3'), F(1.5), F(decimal.Decimal('0.1')))
print(repr(F(1, 3)), F(), F(5), F(' 7/8 '), F('1_000/3'))
for a in (
    (1, 0), ('a',), ('1/0',), (1.5, 2), (None,), (float('nan'),), (float('inf'),), ('1/2/3',),
    (1, 'a'),
):
    try:
        print(F(*a))
    except Exception as e:
        print(type(e).__name__, e)
a, b = (F(3, 4), F(-5, 6))
print(a + b, a - b, a * b, a / b, a // b, a % b)
print(a ** 2, a ** (-2), b ** 3, a ** 0.5, 2 ** F(1, 2), divmod(a, b))
print(-a, +a, abs(b), a < b, a == 0.75, a + 1)
print(1 - a, a + 0.5, a + 1j, F(4) ** F(1, 2), 2 ** F(3))
print(round(F(7, 2)), round(F(22, 7), 2), round(F(-5, 2)), math.floor(b), math.ceil(b), math.trunc(b))
print(int(b), float(b), hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), bool(F(0)), a.numerator)
print(a.denominator, F(math.pi).limit_denominator(1000), a.as_integer_ratio(), F.from_float(0.1))
print(F.from_decimal(decimal.Decimal('1.1')), a.conjugate(), a.real, a.imag)
try:
    a / 0
except ZeroDivisionError as e:
    print(e)
try:
    a < 'x'
except TypeError as e:
    print(e)
try:
    a.numerator = 5
except AttributeError as e:
    print(e)
print(sorted([F(1, 2), 0.3, F(1, 3), 1]), sum([F(1, i) for i in range(1, 10)]), F(1, 3) == F(2, 6))
print(F(10 ** 50, 3), str(F(-1, 2)), max(F(1, 2), F(2, 3)), pow(F(2), 3), {F(1, 2): 'x'}[0.5])
print(complex(F(1, 2)), F(1, 3).__reduce__()[1])

# expect: 1/2 3/4 -1/8 1/1000 3/2 1/10
# expect: Fraction(1, 3) 0 5 7/8 1000/3
# expect: ZeroDivisionError Fraction(1, 0)
# expect: ValueError Invalid literal for Fraction: 'a'
# expect: ZeroDivisionError Fraction(1, 0)
# expect: TypeError both arguments should be Rational instances
# expect: TypeError argument should be a string or a Rational instance
# expect: ValueError cannot convert NaN to integer ratio
# expect: OverflowError cannot convert Infinity to integer ratio
# expect: ValueError Invalid literal for Fraction: '1/2/3'
# expect: TypeError both arguments should be Rational instances
# expect: -1/12 19/12 -5/8 -9/10 -1 -1/12
# expect: 9/16 16/9 -125/216 0.8660254037844386 1.4142135623730951 (-1, Fraction(-1, 12))
# expect: -3/4 3/4 5/6 False True 7/4
# expect: 1/4 1.25 (0.75+1j) 2.0 8
# expect: 4 157/50 -2 -1 0 0
# expect: 0 -0.8333333333333334 True True False 3
# expect: 4 355/113 (3, 4) 3602879701896397/36028797018963968
# expect: 11/10 3/4 3/4 0
# expect: Fraction(1, 0)
# expect: '<' not supported between instances of 'Fraction' and 'str'
# expect: property 'numerator' of 'Fraction' object has no setter
# expect: [0.3, Fraction(1, 3), Fraction(1, 2), 1] 7129/2520 True
# expect: 100000000000000000000000000000000000000000000000000/3 -1/2 2/3 8 x
# expect: (0.5+0j) (1, 3)
# lib: -3.13
