def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def sieve(n):
    s = bytearray([1]) * (n + 1); s[0:2] = b'\0\0'
    for i in range(2, int(n ** .5) + 1):
        if s[i]: s[i * i::i] = bytes(len(s[i * i::i]))
    return [i for i, f in enumerate(s) if f]
t(lambda: sieve(50))
t(lambda: len(sieve(5000)))
h = bytearray(26)
for c in b'mississippi': h[c - 97] += 1
t(lambda: {chr(i + 97): n for i, n in enumerate(h) if n})
h[0] = 255
try: h[0] += 1
except ValueError as e: print(e)

# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
# expect: 669
# expect: {'i': 4, 'm': 1, 'p': 2, 's': 4}
# expect: byte must be in range(0, 256)
