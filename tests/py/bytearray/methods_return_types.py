def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b'a,b')
t(lambda: [type(x).__name__ for x in (b + b'x', b'x' + b, b * 2, b[:1], b.upper(), b.split(b',')[0], b.replace(b'a', b'b'), b.join([]), b.strip(), b.partition(b',')[0], bytes(b), b.copy(), b.center(9), b.translate(None))])
t(lambda: b.split(b','))
t(lambda: b.upper())
t(lambda: b.find(b'b'))
t(lambda: b.find(98))
t(lambda: b.count(44))
t(lambda: b.startswith(b'a'))
t(lambda: b.decode())
t(lambda: b.hex())
t(lambda: b.join([b'x', b'y']))
t(lambda: b.isalpha())
t(lambda: b.title())
t(lambda: b.zfill(5))
t(lambda: bytearray.fromhex('4142'))
t(lambda: b.partition(b','))
t(lambda: b.expandtabs())
t(lambda: b.splitlines())
t(lambda: b.removeprefix(b'a'))

# expect: ['bytearray', 'bytes', 'bytearray', 'bytearray', 'bytearray', 'bytearray', 'bytearray', 'bytearray', 'bytearray', 'bytearray', 'bytes', 'bytearray', 'bytearray', 'bytearray']
# expect: [bytearray(b'a'), bytearray(b'b')]
# expect: bytearray(b'A,B')
# expect: 2
# expect: 2
# expect: 1
# expect: True
# expect: 'a,b'
# expect: '612c62'
# expect: bytearray(b'xa,by')
# expect: False
# expect: bytearray(b'A,B')
# expect: bytearray(b'00a,b')
# expect: bytearray(b'AB')
# expect: (bytearray(b'a'), bytearray(b','), bytearray(b'b'))
# expect: bytearray(b'a,b')
# expect: [bytearray(b'a,b')]
# expect: bytearray(b',b')
