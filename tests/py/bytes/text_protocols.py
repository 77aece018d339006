def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def parse(b):
    head, _, body = b.partition(b'\r\n\r\n')
    first, *hs = head.split(b'\r\n')
    m, p, v = first.split(b' ')
    return m.decode(), p.decode(), {k.strip().decode().lower(): x.strip().decode() for k, x in (h.split(b':', 1) for h in hs)}, body
t(lambda: parse(b'GET /x HTTP/1.1\r\nHost: a\r\nX-Y:  z \r\n\r\nbody'))
def varint(n):
    out = bytearray()
    while True:
        b = n & 0x7f; n >>= 7
        out.append(b | (0x80 if n else 0))
        if not n: return bytes(out)
t(lambda: [varint(n) for n in (0, 127, 128, 300, 2 ** 35)])
def unvarint(b):
    return sum((c & 0x7f) << 7 * i for i, c in enumerate(b))
t(lambda: [unvarint(varint(n)) for n in (0, 1, 300, 2 ** 40)])
def xor(d, k): return bytes(c ^ k[i % len(k)] for i, c in enumerate(d))
t(lambda: xor(xor(b'secret', b'key'), b'key'))
t(lambda: xor(b'abc', b'\x20'))
def crc8(b):
    c = 0
    for x in b:
        c ^= x
        for _ in range(8): c = (c << 1) ^ (0x07 if c & 0x80 else 0) & 0xff if c & 0x80 else c << 1; c &= 0xff
    return c
t(lambda: crc8(b'123456789'))

# expect: ('GET', '/x', {'host': 'a', 'x-y': 'z'}, b'body')
# expect: [b'\x00', b'\x7f', b'\x80\x01', b'\xac\x02', b'\x80\x80\x80\x80\x80\x01']
# expect: [0, 1, 300, 1099511627776]
# expect: b'secret'
# expect: b'ABC'
# expect: 244
