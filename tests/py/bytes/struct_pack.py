def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import struct
t(lambda: struct.pack('<iHb', 1, 2, -3))
t(lambda: struct.unpack('<iHb', b'\x01\0\0\0\x02\0\xfd'))
t(lambda: struct.calcsize('<iHb'))
t(lambda: struct.pack('>d', 1.5))
t(lambda: struct.unpack('>d', struct.pack('>d', -2.25)))
t(lambda: struct.pack('5s', b'abc'))
t(lambda: struct.pack('?c', True, b'x'))
t(lambda: struct.pack('<Q', 2 ** 64 - 1))
t(lambda: struct.pack('3B', 1, 2, 3))
t(lambda: struct.pack('p', b'ab'))
t(lambda: struct.pack('>2xh', 1))
t(lambda: list(struct.iter_unpack('<H', b'\x01\0\x02\0')))
t(lambda: struct.unpack_from('<H', b'\0\x01\0', 1))
t(lambda: struct.pack('<e', 1.5))
t(lambda: struct.Struct('<I').size)
t(lambda: struct.pack('<f', 0.1))
t(lambda: struct.pack('i', 'a'))
t(lambda: struct.pack('b', 200))
t(lambda: struct.pack('z', 1))
t(lambda: struct.pack('ii', 1))
t(lambda: struct.unpack('<i', b'ab'))
t(lambda: struct.pack('B', -1))
t(lambda: struct.pack('<H', 70000))
t(lambda: struct.pack('s', 'a'))
t(lambda: struct.pack('f', 1e300))
t(lambda: struct.calcsize('q' * 3))
t(lambda: struct.calcsize('=bi'))
t(lambda: struct.calcsize('<bi'))

# expect: b'\x01\x00\x00\x00\x02\x00\xfd'
# expect: (1, 2, -3)
# expect: 7
# expect: b'?\xf8\x00\x00\x00\x00\x00\x00'
# expect: (-2.25,)
# expect: b'abc\x00\x00'
# expect: b'\x01x'
# expect: b'\xff\xff\xff\xff\xff\xff\xff\xff'
# expect: b'\x01\x02\x03'
# expect: b'\x00'
# expect: b'\x00\x00\x00\x01'
# expect: [(1,), (2,)]
# expect: (1,)
# expect: b'\x00>'
# expect: 4
# expect: b'\xcd\xcc\xcc='
# expect: error required argument is not an integer
# expect: error 'b' format requires -128 <= number <= 127
# expect: error bad char in struct format
# expect: error pack expected 2 items for packing (got 1)
# expect: error unpack requires a buffer of 4 bytes
# expect: error 'B' format requires 0 <= number <= 255
# expect: error 'H' format requires 0 <= number <= 65535
# expect: error argument for 's' must be a bytes object
# expect: b'\x00\x00\x80\x7f'
# expect: 24
# expect: 5
# expect: 5
