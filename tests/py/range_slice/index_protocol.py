def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class I:
    def __index__(s): return 2
t(lambda: range(I()))
t(lambda: list(range(I(), 5)))
t(lambda: 'abc'[I()])
t(lambda: [1, 2, 3][I()])
t(lambda: slice(I()).indices(5))
t(lambda: (1, 2, 3)[I()])
t(lambda: b'abc'[I()])
t(lambda: range(5)[I()])
t(lambda: 'ab' * I())
t(lambda: bin(I()))
t(lambda: chr(I() and 97))
t(lambda: [0] * I())
t(lambda: round(2.345, I()))
t(lambda: divmod(7, 2))
t(lambda: int(I()))
t(lambda: float(I()))
t(lambda: complex(I()))
t(lambda: bytes(I()))
t(lambda: 'a,b,c,d'.split(',', I()))
t(lambda: list(__import__('itertools').islice('abcd', I())))
t(lambda: import_ if 0 else [1, 2, 3, 4][I():])
class F:
    def __index__(s): return 1.5
t(lambda: range(F()))
t(lambda: [1][F()])
class B:
    def __index__(s): return True
t(lambda: [1, 2][B()])

# expect: range(0, 2)
# expect: [2, 3, 4]
# expect: 'c'
# expect: 3
# expect: (0, 2, 1)
# expect: 3
# expect: 99
# expect: 2
# expect: 'abab'
# expect: '0b10'
# expect: 'a'
# expect: [0, 0]
# expect: 2.35
# expect: (3, 1)
# expect: 2
# expect: 2.0
# expect: (2+0j)
# expect: b'\x00\x00'
# expect: ['a', 'b', 'c,d']
# expect: ['a', 'b']
# expect: [3, 4]
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: 2
