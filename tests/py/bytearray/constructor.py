def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: bytearray())
t(lambda: bytearray(3))
t(lambda: bytearray(b'ab'))
t(lambda: bytearray([1, 2]))
t(lambda: bytearray('é', 'utf-8'))
t(lambda: bytearray(range(3)))
t(lambda: bytearray(memoryview(b'x')))
t(lambda: repr(bytearray(b'"\'')))
t(lambda: str(bytearray(b'a')))
t(lambda: bytearray(True))
t(lambda: bytearray('a'))
t(lambda: bytearray(-1))
t(lambda: bytearray([256]))
t(lambda: bytearray(['x']))
t(lambda: bytearray(1.5))
t(lambda: bytearray('a', 5))

# expect: bytearray(b'')
# expect: bytearray(b'\x00\x00\x00')
# expect: bytearray(b'ab')
# expect: bytearray(b'\x01\x02')
# expect: bytearray(b'\xc3\xa9')
# expect: bytearray(b'\x00\x01\x02')
# expect: bytearray(b'x')
# expect: 'bytearray(b\'"\\\'\')'
# expect: "bytearray(b'a')"
# expect: bytearray(b'\x00')
# expect: TypeError string argument without an encoding
# expect: ValueError negative count
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError cannot convert 'float' object to bytearray
# expect: TypeError bytearray() argument 'encoding' must be str, not int
