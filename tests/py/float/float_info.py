def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
t(lambda: sys.float_info.max)
t(lambda: sys.float_info.min)
t(lambda: sys.float_info.epsilon)
t(lambda: sys.float_info.dig)
t(lambda: sys.float_info.mant_dig)
t(lambda: sys.float_info.max_exp)
t(lambda: sys.float_info.radix)
t(lambda: sys.float_info.max_10_exp)
t(lambda: sys.float_repr_style)
t(lambda: sys.hash_info.inf)
t(lambda: sys.hash_info.modulus)

# expect: 1.7976931348623157e+308
# expect: 2.2250738585072014e-308
# expect: 2.220446049250313e-16
# expect: 15
# expect: 53
# expect: 1024
# expect: 2
# expect: 308
# expect: 'short'
# expect: 314159
# expect: 2305843009213693951
