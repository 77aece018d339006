def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import math
t(lambda: math.fsum([0.1] * 10))
t(lambda: math.fsum([1e100, 1, -1e100]))
t(lambda: math.fsum([]))
t(lambda: math.sumprod([1, 2, 3], [4, 5, 6]))
t(lambda: math.sumprod([0.1] * 10, [1] * 10))
t(lambda: math.dist([1, 2], [4, 6]))
t(lambda: math.hypot(*[1] * 4))
t(lambda: math.prod(range(1, 11)))
t(lambda: math.prod([1.5, 2, True]))
t(lambda: math.fsum(['a']))
t(lambda: math.sumprod([1], [1, 2]))
t(lambda: math.dist([1], [1, 2]))
t(lambda: math.fsum([1e308, 1e308]))
t(lambda: math.fsum([math.inf, -math.inf]))

# expect: 1.0
# expect: 1.0
# expect: 0.0
# expect: 32
# expect: 1.0
# expect: 5.0
# expect: 2.0
# expect: 3628800
# expect: 3.0
# expect: TypeError must be real number, not str
# expect: ValueError Inputs are not the same length
# expect: ValueError both points must have the same number of dimensions
# expect: OverflowError intermediate overflow in fsum
# expect: ValueError -inf + inf in fsum
