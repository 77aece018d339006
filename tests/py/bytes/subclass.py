def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class B(bytes):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __repr__(self): return 'B:' + super().__repr__()
t(lambda: B(b'ab'))
t(lambda: B(b'a') + b'b')
t(lambda: type(B(b'a') + b'b').__name__)
t(lambda: B([65]))
t(lambda: B(3))
t(lambda: bytes(B(b'x')))
t(lambda: type(bytes(B(b'x'))).__name__)
t(lambda: B(b'a') == b'a')
t(lambda: hash(B(b'a')) == hash(b'a'))
t(lambda: B.fromhex('41'))
t(lambda: type(B.fromhex('41')).__name__)
t(lambda: B(b'abc')[1:])
t(lambda: {B(b'k'): 1}[b'k'])
t(lambda: b'-'.join([B(b'a')]))

# expect: B:b'ab'
# expect: b'ab'
# expect: 'bytes'
# expect: B:b'A'
# expect: B:b'\x00\x00\x00'
# expect: b'x'
# expect: 'bytes'
# expect: True
# expect: True
# expect: B:b'A'
# expect: 'B'
# expect: b'bc'
# expect: 1
# expect: b'a'
