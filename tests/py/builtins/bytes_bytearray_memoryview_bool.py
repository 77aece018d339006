def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: bool())
t(lambda: bool([]))
t(lambda: bool('0'))
t(lambda: bytes(2))
t(lambda: bytearray(2))
t(lambda: memoryview(b'a')[0])
t(lambda: bool(object()))
t(lambda: bool(float('nan')))
t(lambda: bool(type('L', (), {'__len__': lambda s: 0})()))
t(lambda: bool(type('B', (), {'__bool__': lambda s: False, '__len__': lambda s: 1})()))
t(lambda: bool(1, 2))
t(lambda: bytes('a'))
t(lambda: bytes(-1))
t(lambda: memoryview(1))
t(lambda: bytearray('a'))
t(lambda: bool(type('B', (), {'__bool__': lambda s: 1})()))
t(lambda: bool(type('B', (), {'__bool__': None})()))

# expect: False
# expect: False
# expect: True
# expect: b'\x00\x00'
# expect: bytearray(b'\x00\x00')
# expect: 97
# expect: True
# expect: True
# expect: False
# expect: False
# expect: TypeError bool expected at most 1 argument, got 2
# expect: TypeError string argument without an encoding
# expect: ValueError negative count
# expect: TypeError memoryview: a bytes-like object is required, not 'int'
# expect: TypeError string argument without an encoding
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError 'NoneType' object is not callable
