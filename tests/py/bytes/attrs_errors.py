def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: b''.nope)
t(lambda: b'a'.encode())
t(lambda: b'a'.format())
t(lambda: b'a' % 'b')
t(lambda: -b'a')
t(lambda: b'a' - b'b')
t(lambda: b'a'())
t(lambda: b'a'.upper(1))
t(lambda: int(b'12'))
t(lambda: float(b'1.5'))
t(lambda: int(b'z', 36))
t(lambda: int(b'a'))
t(lambda: bytes.join(b',', [b'a']))
t(lambda: bytes.__doc__ is not None)
t(lambda: b'a'.__add__(b'b'))
t(lambda: b'a'.__contains__(97))
t(lambda: b'abc'.__getitem__(1))
t(lambda: b'a'.__bytes__())
t(lambda: b'a'.__getnewargs__())
t(lambda: b'a'.__eq__('a'))
t(lambda: b'a'.__lt__(b'b'))
t(lambda: b'a'.__mul__(2))

# expect: AttributeError 'bytes' object has no attribute 'nope'
# expect: AttributeError 'bytes' object has no attribute 'encode'
# expect: AttributeError 'bytes' object has no attribute 'format'
# expect: TypeError not all arguments converted during bytes formatting
# expect: TypeError bad operand type for unary -: 'bytes'
# expect: TypeError unsupported operand type(s) for -: 'bytes' and 'bytes'
# expect: TypeError 'bytes' object is not callable
# expect: TypeError bytes.upper() takes no arguments (1 given)
# expect: 12
# expect: 1.5
# expect: 35
# expect: ValueError invalid literal for int() with base 10: b'a'
# expect: b'a'
# expect: True
# expect: b'ab'
# expect: True
# expect: 98
# expect: b'a'
# expect: (b'a',)
# expect: NotImplemented
# expect: True
# expect: b'aa'
