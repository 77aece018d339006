def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray()
for i in range(10000): b.append(i & 0xff)
t(lambda: len(b))
t(lambda: b[9999])
t(lambda: b.count(0))
t(lambda: b.find(b'\x01\x02'))
t(lambda: sum(b))
for i in range(5000): b.pop()
for i in range(2000): b.pop(0)
t(lambda: len(b))
t(lambda: b[0])
t(lambda: b[-1])
del b[:1000]; b[:0] = b'head'
t(lambda: len(b))
t(lambda: bytes(b[:6]))
t(lambda: b.index(b'head'))

# expect: 10000
# expect: 15
# expect: 40
# expect: 1
# expect: 1273080
# expect: 3000
# expect: 208
# expect: 135
# expect: 2004
# expect: b'head\xb8\xb9'
# expect: 0
