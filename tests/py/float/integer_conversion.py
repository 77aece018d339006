def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: int(1e15))
t(lambda: int(-1.9))
t(lambda: int(1e22))
t(lambda: int(1.5e300) % 10 ** 9)
t(lambda: int(0.9999999999999999))
t(lambda: int(4503599627370497.5))
t(lambda: int(-0.5))
t(lambda: int(1e18))
t(lambda: int(9.2e18))
t(lambda: int(9.3e18))
t(lambda: int(-1.2e19))
t(lambda: int(1.152921504606847e18))
t(lambda: float(2 ** 60))
t(lambda: float(2 ** 63))
t(lambda: float(2 ** 64 - 1))
t(lambda: float(2 ** 1023))
t(lambda: float(-2 ** 70))
t(lambda: float(123456789012345678))
t(lambda: float(2 ** 54 + 1))
t(lambda: float(2 ** 54 + 3))
t(lambda: float(2 ** 1024))
import math
t(lambda: math.floor(-1.5))
t(lambda: math.ceil(-1.5))
t(lambda: math.trunc(1e20))
t(lambda: math.floor(1e300) % 1000)
t(lambda: math.modf(-1.25))
t(lambda: math.frexp(10.0))
t(lambda: math.ldexp(0.5, 5))
t(lambda: math.copysign(1, -0.0))
t(lambda: math.nextafter(1, 2))
t(lambda: math.ulp(1.0))
t(lambda: math.fmod(-7, 3))
t(lambda: math.remainder(7, 4))
t(lambda: math.floor(float('nan')))
t(lambda: math.ceil(float('inf')))

# expect: 1000000000000000
# expect: -1
# expect: 10000000000000000000000
# expect: 100810240
# expect: 0
# expect: 4503599627370498
# expect: 0
# expect: 1000000000000000000
# expect: 9200000000000000000
# expect: 9300000000000000000
# expect: -12000000000000000000
# expect: 1152921504606846976
# expect: 1.152921504606847e+18
# expect: 9.223372036854776e+18
# expect: 1.8446744073709552e+19
# expect: 8.98846567431158e+307
# expect: -1.1805916207174113e+21
# expect: 1.2345678901234568e+17
# expect: 1.8014398509481984e+16
# expect: 1.8014398509481988e+16
# expect: OverflowError int too large to convert to float
# expect: -2
# expect: -1
# expect: 100000000000000000000
# expect: 160
# expect: (-0.25, -1.0)
# expect: (0.625, 4)
# expect: 16.0
# expect: -1.0
# expect: 1.0000000000000002
# expect: 2.220446049250313e-16
# expect: -1.0
# expect: -1.0
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
