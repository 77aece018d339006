def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import math
t(lambda: math.gcd(12, 18))
t(lambda: math.gcd())
t(lambda: math.gcd(0, 0))
t(lambda: math.gcd(-12, 18))
t(lambda: math.gcd(10 ** 30, 10 ** 20))
t(lambda: math.gcd(2, 4, 6))
t(lambda: math.lcm(4, 6))
t(lambda: math.lcm())
t(lambda: math.lcm(0, 5))
t(lambda: math.lcm(2, 3, 4))
t(lambda: math.isqrt(99))
t(lambda: math.isqrt(10 ** 40))
t(lambda: math.comb(10, 3))
t(lambda: math.comb(5, 7))
t(lambda: math.perm(5, 2))
t(lambda: math.perm(5))
t(lambda: math.factorial(20))
t(lambda: math.factorial(30))
t(lambda: math.gcd(1.5, 2))
t(lambda: math.isqrt(-1))
t(lambda: math.factorial(-1))
t(lambda: math.factorial(1.5))
t(lambda: math.comb(-1, 2))
t(lambda: math.comb('a', 1))
def eg(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*eg(b, a % b))
t(lambda: eg(240, 46))
t(lambda: eg(10 ** 18 + 9, 10 ** 9 + 7))

# expect: 6
# expect: 0
# expect: 0
# expect: 6
# expect: 100000000000000000000
# expect: 2
# expect: 12
# expect: 1
# expect: 0
# expect: 12
# expect: 9
# expect: 100000000000000000000
# expect: 120
# expect: 0
# expect: 20
# expect: 120
# expect: 2432902008176640000
# expect: 265252859812191058636308480000000
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError isqrt() argument must be nonnegative
# expect: ValueError factorial() not defined for negative values
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError n must be a non-negative integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: (2, -9, 47)
# expect: (1, -120689656, 120689655155172415)
