def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import cmath, math
t(lambda: cmath.sqrt(-1))
t(lambda: cmath.phase(-1))
t(lambda: cmath.polar(1j))
t(lambda: abs(cmath.rect(1, math.pi / 2) - 1j) < 1e-15)
t(lambda: cmath.isnan(complex('nan')))
t(lambda: cmath.isinf(1j))
t(lambda: cmath.isclose(1, 1 + 1e-12j))
t(lambda: cmath.exp(0))
t(lambda: cmath.log(1))
t(lambda: cmath.isfinite(1j))
t(lambda: round(cmath.sin(1).real, 12))
t(lambda: cmath.inf)
t(lambda: cmath.infj)
t(lambda: cmath.tau == 2 * math.pi)
t(lambda: cmath.log(0))
t(lambda: cmath.sqrt('a'))
t(lambda: cmath.exp(1000))

# expect: 1j
# expect: 3.141592653589793
# expect: (1.0, 1.5707963267948966)
# expect: True
# expect: True
# expect: False
# expect: True
# expect: (1+0j)
# expect: 0j
# expect: True
# expect: 0.841470984808
# expect: inf
# expect: infj
# expect: True
# expect: ValueError math domain error
# expect: TypeError must be real number, not str
# expect: OverflowError math range error
