def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: len(str(10 ** 4000)))
t(lambda: str(2 ** 500)[:20])
t(lambda: str(3 ** 1000)[-20:])
t(lambda: int('7' * 4000) % 10 ** 9)
t(lambda: len(hex(10 ** 5000)))
t(lambda: str(10 ** 5000))
t(lambda: int('1' * 5000))
t(lambda: f'{10 ** 5000}')
import sys
t(lambda: sys.get_int_max_str_digits())
sys.set_int_max_str_digits(6000)
t(lambda: len(str(10 ** 5000)))
t(lambda: int('1' * 5000) % 97)
t(lambda: sys.set_int_max_str_digits(10))
t(lambda: sys.int_info.default_max_str_digits)
t(lambda: sys.int_info.str_digits_check_threshold)

# expect: 4001
# expect: '32733906078961418700'
# expect: '73102768902855220001'
# expect: 777777777
# expect: 4155
# expect: ValueError Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: ValueError Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: 4300
# expect: 5001
# expect: 52
# expect: ValueError maxdigits must be 0 or larger than 640
# expect: 4300
# expect: 640
