def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: int('12'))
t(lambda: int(' -12 '))
t(lambda: int('1_000'))
t(lambda: int('٣'))
t(lambda: int('0x1f', 16))
t(lambda: int('z', 36))
t(lambda: float('1.5'))
t(lambda: float(' inf '))
t(lambda: float('1e5'))
t(lambda: float('٣.٥'))
t(lambda: complex('1+2j'))
t(lambda: int(''))
t(lambda: int('1.5'))
t(lambda: int('1__0'))
t(lambda: int('_1'))
t(lambda: int('½'))
t(lambda: float(''))
t(lambda: float('1.5.2'))
t(lambda: float('1_0.5'))
t(lambda: float('1__0'))
t(lambda: '3' * 3)
t(lambda: '٣'.isdecimal())
t(lambda: '²'.isdecimal())
t(lambda: '½'.isnumeric())

# expect: 12
# expect: -12
# expect: 1000
# expect: 3
# expect: 31
# expect: 35
# expect: 1.5
# expect: inf
# expect: 100000.0
# expect: 3.5
# expect: (1+2j)
# expect: ValueError invalid literal for int() with base 10: ''
# expect: ValueError invalid literal for int() with base 10: '1.5'
# expect: ValueError invalid literal for int() with base 10: '1__0'
# expect: ValueError invalid literal for int() with base 10: '_1'
# expect: ValueError invalid literal for int() with base 10: '½'
# expect: ValueError could not convert string to float: ''
# expect: ValueError could not convert string to float: '1.5.2'
# expect: 10.5
# expect: ValueError could not convert string to float: '1__0'
# expect: '333'
# expect: True
# expect: False
# expect: True
