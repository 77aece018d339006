def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import math
t(lambda: math.nextafter(1.0, 2.0))
t(lambda: math.nextafter(0, 1))
t(lambda: math.ulp(1e300))
t(lambda: math.remainder(5, 3))
t(lambda: math.remainder(-5, 3))
t(lambda: math.fma(2.0, 3.0, 1.0))
t(lambda: math.nextafter(1, 2, steps=3))
t(lambda: math.frexp(-0.0))
t(lambda: math.modf(-math.inf))
t(lambda: math.ldexp(math.inf, 5))
t(lambda: math.copysign(math.inf, -1))
t(lambda: math.trunc(1e30))
t(lambda: math.isclose(1, 1 + 1e-10))
t(lambda: math.isclose(0, 1e-10))
t(lambda: math.isclose(0, 1e-10, abs_tol=1e-9))
t(lambda: math.isclose(math.inf, math.inf))
t(lambda: math.isclose(1, 2, rel_tol=-1))
t(lambda: math.trunc(math.nan))
t(lambda: math.remainder(1, 0))
t(lambda: math.fma(math.inf, 0, 1))

# expect: 1.0000000000000002
# expect: 5e-324
# expect: 1.487016908477783e+284
# expect: -1.0
# expect: 1.0
# expect: 7.0
# expect: 1.0000000000000007
# expect: (-0.0, 0)
# expect: (-0.0, -inf)
# expect: inf
# expect: -inf
# expect: 1000000000000000019884624838656
# expect: True
# expect: False
# expect: True
# expect: True
# expect: ValueError tolerances must be non-negative
# expect: ValueError cannot convert float NaN to integer
# expect: ValueError math domain error
# expect: ValueError invalid operation in fma
