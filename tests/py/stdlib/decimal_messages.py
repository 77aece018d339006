# decimal and zoneinfo speak as the modules in C do.
import decimal
from decimal import Context, Decimal, Inexact, getcontext, localcontext, setcontext
from zoneinfo import ZoneInfo


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for value in (2, (1,), 0), (0, (1,)), (0, (11,), 1), (0, (1,), "x"):
    attempt(Decimal, value)
for name, value in ("prec", 0), ("prec", 1.5), ("Emin", 5), ("Emax", -5), ("clamp", 5), ("capitals", "x"), ("rounding", "x"), ("other", 1):
    attempt(setattr, getcontext(), name, value)
attempt(setattr, getcontext(), "traps", 5)
attempt(setattr, getcontext(), "flags", {})
attempt(delattr, getcontext(), "prec")
attempt(Context, rounding=5)
attempt(setcontext, 5)
attempt(localcontext, 5)
attempt(format, Decimal(1), ".")
attempt(getcontext().flags.__getitem__, 5)
Decimal(1) / 3
print(getcontext().flags[Inexact], getcontext().traps)
getcontext().clear_flags()
print(getcontext().flags[Inexact])
with localcontext(prec=3) as c:
    print(+Decimal("1.23456"), c.flags[Inexact], c.copy().flags == c.flags)


class Zone(ZoneInfo):
    pass


print(repr(ZoneInfo("Europe/Paris")), ZoneInfo("Europe/Paris"), repr(Zone("UTC")), ZoneInfo)

# expect: ValueError sign must be an integer with the value 0 or 1
# expect: ValueError argument must be a sequence of length 3
# expect: ValueError coefficient must be a tuple of digits
# expect: ValueError string argument in the third position must be 'F', 'n' or 'N'
# expect: ValueError valid range for prec is [1, MAX_PREC]
# expect: TypeError an integer is required
# expect: ValueError valid range for Emin is [MIN_EMIN, 0]
# expect: ValueError valid range for Emax is [0, MAX_EMAX]
# expect: ValueError valid values for clamp are 0 or 1
# expect: TypeError an integer is required
# expect: TypeError valid values for rounding are:
# expect:   [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
# expect:    ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
# expect:    ROUND_05UP]
# expect: AttributeError 'decimal.Context' object has no attribute 'other'
# expect: TypeError argument must be a signal dict
# expect: KeyError 'invalid signal dict'
# expect: AttributeError context attributes cannot be deleted
# expect: TypeError valid values for rounding are:
# expect:   [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
# expect:    ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
# expect:    ROUND_05UP]
# expect: TypeError argument must be a context
# expect: TypeError optional argument must be a context
# expect: ValueError invalid format string
# expect: KeyError 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
# expect: True {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:True, <class 'decimal.Overflow'>:True, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: False
# expect: 1.23 True True
# expect: zoneinfo.ZoneInfo(key='Europe/Paris') Europe/Paris Zone(key='UTC') <class 'zoneinfo.ZoneInfo'>
