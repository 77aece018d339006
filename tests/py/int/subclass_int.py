def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class I(int):
    def __new__(cls, v, tag=None): o = super().__new__(cls, v); o.tag = tag; return o
    def __repr__(self): return f'I({int(self)})'
    def __add__(self, o): return I(int(self) + o)
t(lambda: I(5))
t(lambda: I(5) + 1)
t(lambda: 1 + I(5))
t(lambda: I(5) * 2)
t(lambda: type(I(5) * 2).__name__)
t(lambda: I(7, 'x').tag)
t(lambda: I(3) == 3)
t(lambda: hash(I(3)) == hash(3))
t(lambda: [0, 1, 2, 3][I(2)])
t(lambda: range(I(3)))
t(lambda: I(10 ** 30))
t(lambda: int(I(4)))
t(lambda: type(int(I(4))).__name__)
t(lambda: f'{I(5)}')
t(lambda: f'{I(5):03d}')
t(lambda: '%d' % I(6))
t(lambda: str(I(8)))
t(lambda: I(5) < 6)
t(lambda: bool(I(0)))
t(lambda: -I(3))
t(lambda: abs(I(-3)))
t(lambda: I(5).bit_length())
t(lambda: divmod(I(7), 2))
t(lambda: {I(1): 'a'}[1])
t(lambda: sum([I(1), I(2)]))
t(lambda: isinstance(I(1), int))
t(lambda: I.from_bytes(b'\x05'))
t(lambda: type(I.from_bytes(b'\x05')).__name__)
t(lambda: I(2) ** 10)
t(lambda: I(1) is I(1))
t(lambda: max(I(1), 2, I(3)))

# expect: I(5)
# expect: I(6)
# expect: 6
# expect: 10
# expect: 'int'
# expect: 'x'
# expect: True
# expect: True
# expect: 2
# expect: range(0, 3)
# expect: I(1000000000000000000000000000000)
# expect: 4
# expect: 'int'
# expect: 'I(5)'
# expect: '005'
# expect: '6'
# expect: 'I(8)'
# expect: True
# expect: False
# expect: -3
# expect: 3
# expect: 3
# expect: (3, 1)
# expect: 'a'
# expect: 3
# expect: True
# expect: I(5)
# expect: 'I'
# expect: 1024
# expect: False
# expect: I(3)
