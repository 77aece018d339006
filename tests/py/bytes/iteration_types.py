def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: type(b'ab'[0]).__name__)
t(lambda: list(enumerate(b'ab')))
t(lambda: list(zip(b'ab', 'cd')))
t(lambda: [chr(c) for c in b'hi'])
t(lambda: set(b'aab') == {97, 98})
t(lambda: bytes(sorted(b'cab')))
t(lambda: bytes(reversed(b'abc')))
t(lambda: b'abc'[::-1])
t(lambda: sum(b'\x01\x02'))
t(lambda: all(b'\x01\x00'))
t(lambda: any(b'\x00'))
t(lambda: 0 in b'\x00')
t(lambda: iter(b'ab').__length_hint__())
t(lambda: bytes(c ^ 0x20 for c in b'Hello'))
t(lambda: bytes(map(lambda x: x + 1, b'HAL')))
t(lambda: type(iter(b'')).__name__)

# expect: 'int'
# expect: [(0, 97), (1, 98)]
# expect: [(97, 'c'), (98, 'd')]
# expect: ['h', 'i']
# expect: True
# expect: b'abc'
# expect: b'cba'
# expect: b'cba'
# expect: 3
# expect: False
# expect: False
# expect: True
# expect: 2
# expect: b'hELLO'
# expect: b'IBM'
# expect: 'bytes_iterator'
