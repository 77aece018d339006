def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytes(range(256)) * 100
t(lambda: len(b))
t(lambda: b.count(b'\x00'))
t(lambda: b.find(b'\xff\x00'))
t(lambda: b[255])
t(lambda: b[-1])
t(lambda: b.index(200, 300))
t(lambda: hash(b) == hash(bytes(b)))
t(lambda: len(b.replace(b'\x00', b'')))
t(lambda: len(b.split(b'\n')))
t(lambda: b.rfind(b'\x00'))
t(lambda: b[::256] == b'\x00' * 100)
t(lambda: sum(b))
t(lambda: len(b.translate(None, bytes(range(128)))))
t(lambda: b == bytes(list(b)))
t(lambda: b.hex()[:8])
t(lambda: bytes.fromhex(b.hex()) == b)
t(lambda: (b + b).find(b[200:300], 100))

# expect: 25600
# expect: 100
# expect: 255
# expect: 255
# expect: 255
# expect: 456
# expect: True
# expect: 25500
# expect: 101
# expect: 25344
# expect: True
# expect: 3264000
# expect: 12800
# expect: True
# expect: '00010203'
# expect: True
# expect: 200
