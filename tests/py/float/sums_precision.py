def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: sum([0.1] * 10))
t(lambda: sum([1e16, 1, -1e16]))
t(lambda: sum([0.1, 0.2, 0.3]))
t(lambda: sum([1e100, 1.0, -1e100]))
t(lambda: sum([1, 0.5, 2]))
import math
t(lambda: math.fsum([0.1] * 10))
t(lambda: math.fsum([1e16, 1, -1e16]))
t(lambda: math.prod([1.5, 2]))
t(lambda: math.sumprod([1, 2], [3, 4.5]))
t(lambda: math.dist((0, 0), (3, 4)))
t(lambda: math.hypot(3, 4))
t(lambda: math.hypot(1, 2, 2))
t(lambda: math.hypot())
s = 0.0
for i in range(10000): s += 1 / (i + 1)
t(lambda: s)
x = 1.0
for _ in range(6): x = (x + 2 / x) / 2
t(lambda: x)
t(lambda: x * x)
k, e = 1.0, 1.0
for i in range(1, 20): k /= i; e += k
t(lambda: e)

# expect: 1.0
# expect: 1.0
# expect: 0.6
# expect: 1.0
# expect: 3.5
# expect: 1.0
# expect: 1.0
# expect: 3.0
# expect: 12.0
# expect: 5.0
# expect: 5.0
# expect: 3.0
# expect: 0.0
# expect: 9.787606036044348
# expect: 1.414213562373095
# expect: 1.9999999999999996
# expect: 2.7182818284590455
