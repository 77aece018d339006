def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class N:
    def __abs__(s): return 'abs'
    def __divmod__(s, o): return ('dm', o)
    def __rdivmod__(s, o): return ('rdm', o)
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o, m=None): return ('rpow', o)
    def __round__(s, n='none'): return ('round', n)
    def __index__(s): return 3
    def __len__(s): return 4
    def __hash__(s): return 9
    def __format__(s, f): return f'fmt:{f}'
    def __dir__(s): return ['z', 'y']
    def __sizeof__(s): return 1
    def __reversed__(s): return 'rev'
    def __iter__(s): return iter('it')
    def __contains__(s, x): return True
    def __getitem__(s, i): return i
    def __bytes__(s): return b'by'
    def __complex__(s): return 5j
    def __int__(s): return 8
    def __float__(s): return 1.25
n = N()
t(lambda: abs(n))
t(lambda: divmod(n, 1))
t(lambda: divmod(1, n))
t(lambda: pow(n, 2))
t(lambda: pow(n, 2, 3))
t(lambda: pow(2, n))
t(lambda: round(n))
t(lambda: round(n, 1))
t(lambda: hex(n))
t(lambda: bin(n))
t(lambda: oct(n))
t(lambda: len(n))
t(lambda: hash(n))
t(lambda: format(n, 'q'))
t(lambda: f'{n:z}')
t(lambda: dir(n))
t(lambda: reversed(n))
t(lambda: list(n))
t(lambda: 5 in n)
t(lambda: n[1:2])
t(lambda: bytes(n))
t(lambda: complex(n))
t(lambda: int(n))
t(lambda: float(n))
t(lambda: range(n))
t(lambda: 'ab' * n)
t(lambda: [0, 1, 2, 3][n])
t(lambda: chr(n))
t(lambda: sum(map(ord, n)))
t(lambda: sorted(n))
t(lambda: max(n))
t(lambda: tuple(n))
t(lambda: set(n) == {'i', 't'})
t(lambda: ','.join(n))
t(lambda: bool(n))
t(lambda: list(zip(n, n)))
t(lambda: dict(enumerate(n)))
t(lambda: round(n, ndigits=2))

# expect: 'abs'
# expect: ('dm', 1)
# expect: ('rdm', 1)
# expect: ('pow', 2, None)
# expect: ('pow', 2, 3)
# expect: ('rpow', 2)
# expect: ('round', 'none')
# expect: ('round', 1)
# expect: '0x3'
# expect: '0b11'
# expect: '0o3'
# expect: 4
# expect: 9
# expect: 'fmt:q'
# expect: 'fmt:z'
# expect: ['y', 'z']
# expect: 'rev'
# expect: ['i', 't']
# expect: True
# expect: slice(1, 2, None)
# expect: b'by'
# expect: 5j
# expect: 8
# expect: 1.25
# expect: range(0, 3)
# expect: 'ababab'
# expect: 3
# expect: '\x03'
# expect: 221
# expect: ['i', 't']
# expect: 't'
# expect: ('i', 't')
# expect: True
# expect: 'i,t'
# expect: True
# expect: [('i', 'i'), ('t', 't')]
# expect: {0: 'i', 1: 't'}
# expect: ('round', 2)
