def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: memoryview(b'a') == b'a')
t(lambda: memoryview(b'a') == bytearray(b'a'))
t(lambda: memoryview(b'a') != b'b')
t(lambda: memoryview(b'a') == 'a')
t(lambda: hash(memoryview(b'ab')) == hash(b'ab'))
t(lambda: memoryview(b'ab')[::-1] == b'ba')
t(lambda: memoryview(b'\x01\x02').cast('b') == b'\x01\x02')
t(lambda: memoryview(b'\x01\0').cast('H') == b'\x01\0')
t(lambda: hash(memoryview(bytearray(b'a'))))
t(lambda: memoryview(b'a') < memoryview(b'b'))
t(lambda: memoryview(b'a') + b'b')
t(lambda: memoryview(b'ab')[0:1] == b'a')

# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: False
# expect: ValueError cannot hash writable memoryview object
# expect: TypeError '<' not supported between instances of 'memoryview' and 'memoryview'
# expect: TypeError unsupported operand type(s) for +: 'memoryview' and 'bytes'
# expect: True
