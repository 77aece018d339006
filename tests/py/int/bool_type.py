def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: bool())
t(lambda: bool(0))
t(lambda: bool('a'))
t(lambda: True + 1)
t(lambda: True * 3)
t(lambda: int(True))
t(lambda: str(False))
t(lambda: repr(True))
t(lambda: True & 1)
t(lambda: True ^ True)
t(lambda: ~True)
t(lambda: -True)
t(lambda: True // 1)
t(lambda: True ** 2)
t(lambda: True == 1)
t(lambda: hash(True))
t(lambda: f'{True:d}')
t(lambda: '%d' % True)
t(lambda: True.bit_length())
t(lambda: True.to_bytes())
t(lambda: bool.from_bytes(b'\x00'))
t(lambda: isinstance(False, int))
t(lambda: [1, 2][False])
t(lambda: True.__and__(False))
t(lambda: True | 2)
t(lambda: (True).conjugate())
t(lambda: True.real)
t(lambda: bool(0.0))
t(lambda: bool(-0.0))
t(lambda: bool(1, 2))
t(lambda: bool(x=1))
t(lambda: type('B', (bool,), {}))

# expect: False
# expect: False
# expect: True
# expect: 2
# expect: 3
# expect: 1
# expect: 'False'
# expect: 'True'
# expect: 1
# expect: False
# expect: -2
# expect: -1
# expect: 1
# expect: 1
# expect: True
# expect: 1
# expect: '1'
# expect: '1'
# expect: 1
# expect: b'\x01'
# expect: False
# expect: True
# expect: 1
# expect: False
# expect: 3
# expect: 1
# expect: 1
# expect: False
# expect: False
# expect: TypeError bool expected at most 1 argument, got 2
# expect: TypeError bool() takes no keyword arguments
# expect: TypeError type 'bool' is not an acceptable base type
