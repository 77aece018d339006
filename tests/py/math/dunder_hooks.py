def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import math
class M:
    def __floor__(s): return 'floor'
    def __ceil__(s): return 'ceil'
    def __trunc__(s): return 'trunc'
    def __float__(s): return 2.25
    def __index__(s): return 6
t(lambda: math.floor(M()))
t(lambda: math.ceil(M()))
t(lambda: math.trunc(M()))
t(lambda: math.sqrt(M()))
t(lambda: math.gcd(M(), 4))
t(lambda: math.factorial(M()))
t(lambda: math.isqrt(M()))
t(lambda: math.pow(M(), 2))
t(lambda: math.trunc('a'))
t(lambda: math.sqrt(10 ** 400))
t(lambda: math.floor(10 ** 400) == 10 ** 400)
t(lambda: math.log(10 ** 400))
t(lambda: math.log2(2 ** 5000))
t(lambda: math.log10(10 ** 5000))

# expect: 'floor'
# expect: 'ceil'
# expect: 'trunc'
# expect: 1.5
# expect: 2
# expect: 720
# expect: 2
# expect: 5.0625
# expect: TypeError type str doesn't define __trunc__ method
# expect: OverflowError int too large to convert to float
# expect: True
# expect: 921.0340371976182
# expect: 5000.0
# expect: 5000.0
