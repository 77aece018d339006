def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import math
t(lambda: math.pi)
t(lambda: math.e)
t(lambda: math.tau)
t(lambda: math.inf)
t(lambda: math.nan != math.nan)
t(lambda: math.floor(-1.5))
t(lambda: math.ceil(1.2))
t(lambda: math.trunc(-1.7))
t(lambda: math.fabs(-2))
t(lambda: math.sqrt(16))
t(lambda: math.cbrt(27))
t(lambda: math.exp(1))
t(lambda: math.exp2(3))
t(lambda: math.expm1(1e-10))
t(lambda: math.log(math.e))
t(lambda: math.log(8, 2))
t(lambda: math.log2(8))
t(lambda: math.log10(1000))
t(lambda: math.log1p(0))
t(lambda: math.pow(2, 0.5))
t(lambda: math.fmod(7, 3))
t(lambda: math.modf(3.25))
t(lambda: math.frexp(8))
t(lambda: math.ldexp(1, 10))
t(lambda: math.copysign(-1, 1))
t(lambda: math.isclose(0.1 + 0.2, 0.3))
t(lambda: math.isnan(math.nan))
t(lambda: math.isinf(-math.inf))
t(lambda: math.isfinite(1))
t(lambda: math.degrees(math.pi))
t(lambda: math.radians(180))
t(lambda: math.log(1, 1))
t(lambda: math.exp(1000))
t(lambda: math.pow(0, -1))
t(lambda: math.pow(-8, 1 / 3))
t(lambda: math.fmod(1, 0))
t(lambda: math.sqrt('a'))
t(lambda: math.floor('a'))
t(lambda: math.ldexp(1, 10000))
t(lambda: math.log())

# expect: 3.141592653589793
# expect: 2.718281828459045
# expect: 6.283185307179586
# expect: inf
# expect: True
# expect: -2
# expect: 2
# expect: -1
# expect: 2.0
# expect: 4.0
# expect: 3.0000000000000004
# expect: 2.718281828459045
# expect: 8.0
# expect: 1.00000000005e-10
# expect: 1.0
# expect: 3.0
# expect: 3.0
# expect: 3.0
# expect: 0.0
# expect: 1.4142135623730951
# expect: 1.0
# expect: (0.25, 3.0)
# expect: (0.5, 4)
# expect: 1024.0
# expect: 1.0
# expect: True
# expect: True
# expect: True
# expect: True
# expect: 180.0
# expect: 3.141592653589793
# expect: ZeroDivisionError division by zero
# expect: OverflowError math range error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: TypeError must be real number, not str
# expect: TypeError must be real number, not str
# expect: OverflowError math range error
# expect: TypeError log expected at least 1 argument, got 0
