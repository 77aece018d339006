def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ((1024).to_bytes(2), (1024).to_bytes(2, 'little'), (1024).to_bytes(10, 'big'), (-1).to_bytes(4, 'big', signed=True), (-129).to_bytes(2, 'little', signed=True), (255).to_bytes(), (0).to_bytes(0), (2 ** 70).to_bytes(9, 'big'), (-2 ** 63).to_bytes(8, 'little', signed=True), (127).to_bytes(1, signed=True)))
t(lambda: int.from_bytes(b'\x04\x00'))
t(lambda: int.from_bytes(b'\x00\x04', 'little'))
t(lambda: int.from_bytes(b'\xff', signed=True))
t(lambda: int.from_bytes(b''))
t(lambda: int.from_bytes([255, 0], 'big'))
t(lambda: int.from_bytes(bytearray(b'\x01\x02\x03'), byteorder='little'))
t(lambda: int.from_bytes(b'\xff' * 10, 'big'))
t(lambda: int.from_bytes(b'\x80' + b'\0' * 8, 'big', signed=True))
t(lambda: int.from_bytes((1, 2)))
t(lambda: (256).to_bytes(1))
t(lambda: (-1).to_bytes(1))
t(lambda: (128).to_bytes(1, signed=True))
t(lambda: (1).to_bytes(-1))
t(lambda: (1).to_bytes(1, 'middle'))
t(lambda: (1).to_bytes('a'))
t(lambda: int.from_bytes('abc'))
t(lambda: int.from_bytes([256]))
t(lambda: int.from_bytes(5))
t(lambda: int.from_bytes(b'a', 'x'))
t(lambda: int.from_bytes())

# expect: (b'\x04\x00', b'\x00\x04', b'\x00\x00\x00\x00\x00\x00\x00\x00\x04\x00', b'\xff\xff\xff\xff', b'\x7f\xff', b'\xff', b'', b'@\x00\x00\x00\x00\x00\x00\x00\x00', b'\x00\x00\x00\x00\x00\x00\x00\x80', b'\x7f')
# expect: 1024
# expect: 1024
# expect: -1
# expect: 0
# expect: 65280
# expect: 197121
# expect: 1208925819614629174706175
# expect: -2361183241434822606848
# expect: 258
# expect: OverflowError int too big to convert
# expect: OverflowError can't convert negative int to unsigned
# expect: OverflowError int too big to convert
# expect: ValueError length argument must be non-negative
# expect: ValueError byteorder must be either 'little' or 'big'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError cannot convert 'str' object to bytes
# expect: ValueError bytes must be in range(0, 256)
# expect: TypeError cannot convert 'int' object to bytes
# expect: ValueError byteorder must be either 'little' or 'big'
# expect: TypeError from_bytes() missing required argument 'bytes' (pos 1)
