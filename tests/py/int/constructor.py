def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: int())
t(lambda: int(5))
t(lambda: int(5.9))
t(lambda: int(-5.9))
t(lambda: int('5'))
t(lambda: int(' 5\n'))
t(lambda: int('-5'))
t(lambda: int('+5'))
t(lambda: int(b'12'))
t(lambda: int(bytearray(b'7')))
t(lambda: int(True))
t(lambda: int('1_000'))
t(lambda: int(1e20))
t(lambda: int('0'))
t(lambda: int('-0'))
t(lambda: int('00012'))
t(lambda: int(10 ** 30))
t(lambda: int('ff', 16))
t(lambda: int('0xff', 16))
t(lambda: int('0XFF', 0))
t(lambda: int('0b101', 0))
t(lambda: int('0o17', 0))
t(lambda: int('z', 36))
t(lambda: int('101', 2))
t(lambda: int('0b101', 2))
t(lambda: int('10', base=5))
t(lambda: int(b'a', 16))
t(lambda: int('0', 0))
t(lambda: int('-0x10', 16))
t(lambda: int('1_0', 0))
t(lambda: int('0x_f', 16))
t(lambda: int(''))
t(lambda: int('a'))
t(lambda: int('5', 1))
t(lambda: int('5', 37))
t(lambda: int('9', 8))
t(lambda: int('010', 0))
t(lambda: int(5, 10))
t(lambda: int(5.5, 10))
t(lambda: int(None))
t(lambda: int([]))
t(lambda: int('1.5'))
t(lambda: int(float('inf')))
t(lambda: int(float('nan')))
t(lambda: int('0x', 16))
t(lambda: int(b'\xff'))
t(lambda: int('5', 'a'))
t(lambda: int(base=10))
t(lambda: int(1j))
t(lambda: int('1 2'))
t(lambda: int(type('T', (), {'__int__': lambda s: 7})()))
t(lambda: int(type('T', (), {'__index__': lambda s: 8})()))
t(lambda: int(type('T', (), {'__int__': lambda s: True})()))
t(lambda: int('9' * 30))
t(lambda: int('-' + '9' * 25, 12))
t(lambda: int('_', 36) if 0 else 1)

# expect: 0
# expect: 5
# expect: 5
# expect: -5
# expect: 5
# expect: 5
# expect: -5
# expect: 5
# expect: 12
# expect: 7
# expect: 1
# expect: 1000
# expect: 100000000000000000000
# expect: 0
# expect: 0
# expect: 12
# expect: 1000000000000000000000000000000
# expect: 255
# expect: 255
# expect: 255
# expect: 5
# expect: 15
# expect: 35
# expect: 5
# expect: 5
# expect: 5
# expect: 10
# expect: 0
# expect: -16
# expect: 10
# expect: 15
# expect: ValueError invalid literal for int() with base 10: ''
# expect: ValueError invalid literal for int() with base 10: 'a'
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError invalid literal for int() with base 8: '9'
# expect: ValueError invalid literal for int() with base 0: '010'
# expect: TypeError int() can't convert non-string with explicit base
# expect: TypeError int() can't convert non-string with explicit base
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: ValueError invalid literal for int() with base 10: '1.5'
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: ValueError invalid literal for int() with base 16: '0x'
# expect: ValueError invalid literal for int() with base 10: b'\xff'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError int() missing string argument
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: ValueError invalid literal for int() with base 10: '1 2'
# expect: 7
# expect: 8
# expect: 1
# expect: 999999999999999999999999999999
# expect: -780514499815110106037425989
# expect: 1
