def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from decimal import Decimal as D, getcontext
from fractions import Fraction as F
t(lambda: D('0.1') + D('0.2'))
t(lambda: D(1) / 3)
t(lambda: D('1.23').quantize(D('0.1')))
t(lambda: D(5) // 2)
t(lambda: D(-7) % 3)
t(lambda: D('1e3'))
t(lambda: D('Infinity'))
t(lambda: D('NaN').is_nan())
t(lambda: D(2) ** 10)
t(lambda: D('2').sqrt())
t(lambda: D('1.10') == D('1.1'))
t(lambda: str(D('1.10')))
t(lambda: int(D('3.9')))
t(lambda: float(D('1.5')))
t(lambda: hash(D(1)) == hash(1))
t(lambda: D(0.1))
t(lambda: round(D('2.675'), 2))
t(lambda: D('123.456').as_tuple())
t(lambda: max(D(1), 2))
t(lambda: D('-0'))
def kind(f):   # the messages depend on whether decimal is written in C
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
kind(lambda: D('x'))
kind(lambda: D(1) / 0)
kind(lambda: D('0.1') + 0.1)
t(lambda: F(1, 3) + F(1, 6))
t(lambda: F('0.25'))
t(lambda: F(0.5))
t(lambda: F(3, 6))
t(lambda: F(7, 2) // 1)
t(lambda: F(-7, 2) % 2)
t(lambda: F(1, 3) ** 2)
t(lambda: F(2) ** -1)
t(lambda: float(F(1, 4)))
t(lambda: F(5))
t(lambda: F('3/4'))
t(lambda: F(1, 3).limit_denominator(2))
t(lambda: round(F(5, 2)))
t(lambda: F(1, 2) == 0.5)
t(lambda: hash(F(1, 2)) == hash(0.5))
t(lambda: str(F(3, 1)))
t(lambda: F(1, 2) < 1)
t(lambda: F(22, 7).numerator)
t(lambda: sum([F(1, 2), F(1, 3)]))
t(lambda: F(1, 0))
t(lambda: F('a'))
t(lambda: F(1.5, 2))

# expect: Decimal('0.3')
# expect: Decimal('0.3333333333333333333333333333')
# expect: Decimal('1.2')
# expect: Decimal('2')
# expect: Decimal('-1')
# expect: Decimal('1E+3')
# expect: Decimal('Infinity')
# expect: True
# expect: Decimal('1024')
# expect: Decimal('1.414213562373095048801688724')
# expect: True
# expect: '1.10'
# expect: 3
# expect: 1.5
# expect: True
# expect: Decimal('0.1000000000000000055511151231257827021181583404541015625')
# expect: Decimal('2.68')
# expect: DecimalTuple(sign=0, digits=(1, 2, 3, 4, 5, 6), exponent=-3)
# expect: 2
# expect: Decimal('-0')
# expect: InvalidOperation
# expect: DivisionByZero
# expect: TypeError
# expect: Fraction(1, 2)
# expect: Fraction(1, 4)
# expect: Fraction(1, 2)
# expect: Fraction(1, 2)
# expect: 3
# expect: Fraction(1, 2)
# expect: Fraction(1, 9)
# expect: Fraction(1, 2)
# expect: 0.25
# expect: Fraction(5, 1)
# expect: Fraction(3, 4)
# expect: Fraction(1, 2)
# expect: 2
# expect: True
# expect: True
# expect: '3'
# expect: True
# expect: 22
# expect: Fraction(5, 6)
# expect: ZeroDivisionError Fraction(1, 0)
# expect: ValueError Invalid literal for Fraction: 'a'
# expect: TypeError both arguments should be Rational instances
