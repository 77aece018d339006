import numbers
print([isinstance(x, numbers.Number) for x in (1, 1.5, 1j, True, 'a')], isinstance(1, numbers.Rational), isinstance(1.0, numbers.Real), issubclass(int, numbers.Integral), isinstance(1j, numbers.Real))
import fractions, decimal; print(isinstance(fractions.Fraction(1), numbers.Rational), isinstance(decimal.Decimal(1), numbers.Number), isinstance(decimal.Decimal(1), numbers.Real))

# expect: [True, True, True, True, False] True True True False
# expect: True True False
