def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: int('5'))
t(lambda: float('1.5'))
t(lambda: complex('1j'))
t(lambda: str(5))
t(lambda: int(1.9))
t(lambda: int('11', 2))
t(lambda: float(5))
t(lambda: complex(1, 2))
t(lambda: str(b'a'))
t(lambda: str(b'a', 'ascii'))
t(lambda: int(True))
t(lambda: float('inf'))
t(lambda: str(None))
t(lambda: int('-7'))
t(lambda: int(' 3 '))
t(lambda: int('a'))
t(lambda: int('5', 99))
t(lambda: int([]))
t(lambda: float('a'))
t(lambda: float([]))
t(lambda: complex('a'))
t(lambda: str(b'\xff', 'ascii'))
t(lambda: int())
t(lambda: int(1, 2, 3))
t(lambda: float(1, 2))
t(lambda: str(1, 2))
t(lambda: int('5' * 5000))
t(lambda: int(float('nan')))

# expect: 5
# expect: 1.5
# expect: 1j
# expect: '5'
# expect: 1
# expect: 3
# expect: 5.0
# expect: (1+2j)
# expect: "b'a'"
# expect: 'a'
# expect: 1
# expect: inf
# expect: 'None'
# expect: -7
# expect: 3
# expect: ValueError invalid literal for int() with base 10: 'a'
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: ValueError could not convert string to float: 'a'
# expect: TypeError float() argument must be a string or a real number, not 'list'
# expect: ValueError complex() arg is a malformed string
# expect: UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
# expect: 0
# expect: TypeError int expected at most 2 arguments, got 3
# expect: TypeError float expected at most 1 argument, got 2
# expect: TypeError str() argument 'encoding' must be str, not int
# expect: ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: ValueError cannot convert float NaN to integer
