def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: all(int.from_bytes(n.to_bytes(9, e, signed=True), e, signed=True) == n for n in (0, 1, -1, 127, -128, 2 ** 62, -2 ** 62, 2 ** 63, -2 ** 64) for e in ('big', 'little')))
t(lambda: [(n).to_bytes((n.bit_length() + 7) // 8 or 1) for n in (0, 255, 256, 65535, 2 ** 64)])
t(lambda: bytes([n & 0xff for n in (-1, 256, 300)]))

# expect: True
# expect: [b'\x00', b'\xff', b'\x01\x00', b'\xff\xff', b'\x01\x00\x00\x00\x00\x00\x00\x00\x00']
# expect: b'\xff\x00,'
