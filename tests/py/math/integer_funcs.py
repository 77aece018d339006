def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import math
t(lambda: math.gcd(12, 18, 24))
t(lambda: math.lcm(2, 3, 4))
t(lambda: math.factorial(0))
t(lambda: math.factorial(25))
t(lambda: math.comb(50, 25))
t(lambda: math.perm(10, 3))
t(lambda: math.isqrt(10 ** 30))
t(lambda: math.prod([2, 3]))
t(lambda: math.prod([], start=5))
t(lambda: math.gcd(0))
t(lambda: math.lcm(5))
t(lambda: math.comb(5, 0))
t(lambda: math.isqrt(0))
t(lambda: math.gcd(2 ** 100, 2 ** 60 * 3))
t(lambda: math.factorial(True))
t(lambda: math.factorial(-5))
t(lambda: math.factorial(2.0))
t(lambda: math.isqrt(2.5))
t(lambda: math.perm(-1))
t(lambda: math.gcd('a'))
t(lambda: math.isqrt('a'))
t(lambda: math.prod(5))

# expect: 6
# expect: 12
# expect: 1
# expect: 15511210043330985984000000
# expect: 126410606437752
# expect: 720
# expect: 1000000000000000
# expect: 6
# expect: 5
# expect: 0
# expect: 5
# expect: 1
# expect: 0
# expect: 1152921504606846976
# expect: 1
# expect: ValueError factorial() not defined for negative values
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError factorial() not defined for negative values
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'int' object is not iterable
