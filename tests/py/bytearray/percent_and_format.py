def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: bytearray(b'%d-%s') % (5, b'x'))
t(lambda: type(bytearray(b'%d') % 1).__name__)
t(lambda: bytearray(b'abc').translate(bytes.maketrans(b'a', b'z')))
t(lambda: f'{bytearray(b"q")!r}')
t(lambda: bytearray(b'a b').split())
t(lambda: bytearray(b'aXbX').rstrip(b'X'))
t(lambda: bytearray(b'\xff').decode('latin-1'))
t(lambda: bytearray(b'%s') % 'x')
t(lambda: bytearray(b'a').decode('nope'))
t(lambda: bytearray(b'\xff').decode())

# expect: bytearray(b'5-x')
# expect: 'bytearray'
# expect: bytearray(b'zbc')
# expect: "bytearray(b'q')"
# expect: [bytearray(b'a'), bytearray(b'b')]
# expect: bytearray(b'aXb')
# expect: 'ÿ'
# expect: TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: LookupError unknown encoding: nope
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
