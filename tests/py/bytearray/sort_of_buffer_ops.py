def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(10)
for i in range(10): b[i] = (i * 37) % 256
print(b.hex(' '))
b[2:8:2] = b'\xff\xfe\xfd'; print(list(b))
b[::-1] = bytes(range(10)); print(list(b))
c = b; c += b'!'; print(b is c, len(b))
d = b[:]; d[0] = 0; print(b[0], d[0])
b[3:3] = b; print(len(b))
s = slice(1, 3); b[s] = b''; print(len(b))

# expect: 00 25 4a 6f 94 b9 de 03 28 4d
# expect: [0, 37, 255, 111, 254, 185, 253, 3, 40, 77]
# expect: [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
# expect: True 11
# expect: 9 0
# expect: 22
# expect: 20
