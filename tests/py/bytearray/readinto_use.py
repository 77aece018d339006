def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
f = io.BytesIO(b'0123456789'); buf = bytearray(4)
t(lambda: f.readinto(buf))
t(lambda: buf)
t(lambda: f.readinto(buf))
t(lambda: f.readinto(buf))
t(lambda: buf)
t(lambda: f.readinto(bytearray()))
t(lambda: f.readinto(memoryview(bytearray(3))))
t(lambda: f.readinto(b'const'))
t(lambda: f.readinto('x'))

# expect: 4
# expect: bytearray(b'0123')
# expect: 4
# expect: 2
# expect: bytearray(b'8967')
# expect: 0
# expect: 0
# expect: TypeError readinto() argument must be read-write bytes-like object, not bytes
# expect: TypeError readinto() argument must be read-write bytes-like object, not str
