def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import math
t(lambda: [round(f(0.5), 12) for f in (math.sin, math.cos, math.tan, math.asin, math.acos, math.atan, math.sinh, math.cosh, math.tanh, math.asinh, math.atanh)])
t(lambda: round(math.acosh(2), 12))
t(lambda: math.atan2(1, -1))
t(lambda: math.atan2(0.0, -0.0))
t(lambda: math.hypot(3, 4))
t(lambda: math.sin(0))
t(lambda: math.cos(0))
t(lambda: round(math.gamma(5.5), 9))
t(lambda: round(math.lgamma(10), 9))
t(lambda: math.gamma(5))
t(lambda: math.erf(0))
t(lambda: round(math.erfc(1), 12))
t(lambda: math.cosh(1000))

# expect: [0.479425538604, 0.87758256189, 0.546302489844, 0.523598775598, 1.047197551197, 0.463647609001, 0.521095305494, 1.127625965206, 0.46211715726, 0.48121182506, 0.549306144334]
# expect: 1.316957896925
# expect: 2.356194490192345
# expect: 3.141592653589793
# expect: 5.0
# expect: 0.0
# expect: 1.0
# expect: 52.342777785
# expect: 12.80182748
# expect: 24.0
# expect: 0.0
# expect: 0.15729920705
# expect: OverflowError math range error
