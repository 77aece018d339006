def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: bytes())
t(lambda: bytes(3))
t(lambda: bytes([1, 2, 255]))
t(lambda: bytes(b'x'))
t(lambda: bytes('é', 'utf-8'))
t(lambda: bytes('a', encoding='ascii', errors='strict'))
t(lambda: bytes(range(3)))
t(lambda: bytes(bytearray(b'q')))
t(lambda: bytes(memoryview(b'm')))
t(lambda: bytes(True))
t(lambda: bytes((i for i in (65, 66))))
t(lambda: bytes(type('B', (), {'__bytes__': lambda s: b'dunder'})()))
t(lambda: bytes(type('I', (), {'__index__': lambda s: 2})()))
t(lambda: bytes('a'))
t(lambda: bytes(-1))
t(lambda: bytes([256]))
t(lambda: bytes([-1]))
t(lambda: bytes(['a']))
t(lambda: bytes(1.5))
t(lambda: bytes(None))
t(lambda: bytes(5, 'utf-8'))
t(lambda: bytes('é', 'ascii'))
t(lambda: bytes(10 ** 30))
t(lambda: bytes([1], 'ascii'))
t(lambda: bytes(x=1))

# expect: b''
# expect: b'\x00\x00\x00'
# expect: b'\x01\x02\xff'
# expect: b'x'
# expect: b'\xc3\xa9'
# expect: b'a'
# expect: b'\x00\x01\x02'
# expect: b'q'
# expect: b'm'
# expect: b'\x00'
# expect: b'AB'
# expect: b'dunder'
# expect: b'\x00\x00'
# expect: TypeError string argument without an encoding
# expect: ValueError negative count
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError cannot convert 'float' object to bytes
# expect: TypeError cannot convert 'NoneType' object to bytes
# expect: TypeError encoding without a string argument
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: TypeError encoding without a string argument
# expect: TypeError bytes() got an unexpected keyword argument 'x'
