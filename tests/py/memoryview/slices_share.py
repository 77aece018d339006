def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(range(10)); m = memoryview(b)
s = m[2:8]; t2 = s[1:3]
t2[0] = 99; print(b[3], s[1], m[3])
t(lambda: s.tolist())
t(lambda: t2.tobytes())
t(lambda: s[::2].tolist())
t(lambda: s[::-1].tolist())
t(lambda: m[-3:].tolist())
t(lambda: m[5:2].tolist())
t(lambda: len(m[::3]))
t(lambda: m[::3].strides)
t(lambda: m[::-2].tobytes())
t(lambda: m[2:8][::2].contiguous)
t(lambda: s[10:].tolist())
t(lambda: bytes(s[1:-1]))

# expect: 99 99 99
# expect: [2, 99, 4, 5, 6, 7]
# expect: b'c\x04'
# expect: [2, 4, 6]
# expect: [7, 6, 5, 4, 99, 2]
# expect: [7, 8, 9]
# expect: []
# expect: 4
# expect: (3,)
# expect: b'\t\x07\x05c\x01'
# expect: False
# expect: []
# expect: b'c\x04\x05\x06'
