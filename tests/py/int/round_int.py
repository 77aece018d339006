def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: round(5))
t(lambda: round(15, -1))
t(lambda: round(25, -1))
t(lambda: round(-25, -1))
t(lambda: round(125, -2))
t(lambda: round(5, 3))
t(lambda: round(10 ** 20 + 5, -1))
t(lambda: round(1234567, -3))
t(lambda: round(5, -5))
t(lambda: round(50, -2))
t(lambda: round(150, -2))
t(lambda: round(5, None))
t(lambda: round(True))
t(lambda: (5).__round__())
t(lambda: (55).__round__(-1))
t(lambda: round(5, 'a'))
t(lambda: round(5, 1.5))
t(lambda: round('a'))
t(lambda: round())
import math
t(lambda: math.floor(5))
t(lambda: math.ceil(5))
t(lambda: math.trunc(-5))
t(lambda: abs(-10 ** 30))
t(lambda: abs(-2 ** 63))
t(lambda: abs(True))
t(lambda: abs(-0))

# expect: 5
# expect: 20
# expect: 20
# expect: -20
# expect: 100
# expect: 5
# expect: 100000000000000000000
# expect: 1235000
# expect: 0
# expect: 0
# expect: 200
# expect: 5
# expect: 1
# expect: 5
# expect: 60
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError type str doesn't define __round__ method
# expect: TypeError round() missing required argument 'number' (pos 1)
# expect: 5
# expect: 5
# expect: -5
# expect: 1000000000000000000000000000000
# expect: 9223372036854775808
# expect: 1
# expect: 0
