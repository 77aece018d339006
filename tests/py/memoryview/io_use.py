def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io, struct
buf = bytearray(8); m = memoryview(buf)
struct.pack_into('<I', m, 2, 0x01020304); print(buf)
t(lambda: struct.unpack_from('<I', m, 2))
t(lambda: io.BytesIO(m[2:6]).read())
t(lambda: b''.join([m[0:2], m[6:8]]))
t(lambda: bytes(m[:3]) + b'x')
t(lambda: int.from_bytes(m[2:6], 'little'))
t(lambda: m[2:6].hex('-'))
t(lambda: str(m[2:4], 'latin-1'))
t(lambda: m.tobytes('C') == bytes(buf))

# expect: bytearray(b'\x00\x00\x04\x03\x02\x01\x00\x00')
# expect: (16909060,)
# expect: b'\x04\x03\x02\x01'
# expect: b'\x00\x00\x00\x00'
# expect: b'\x00\x00\x04x'
# expect: 16909060
# expect: '04-03-02-01'
# expect: '\x04\x03'
# expect: True
