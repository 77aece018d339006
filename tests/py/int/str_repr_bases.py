def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: str(0))
t(lambda: str(-5))
t(lambda: repr(10 ** 30))
t(lambda: bin(10))
t(lambda: bin(-10))
t(lambda: oct(8))
t(lambda: oct(-8))
t(lambda: hex(255))
t(lambda: hex(-255))
t(lambda: hex(2 ** 70))
t(lambda: bin(2 ** 65))
t(lambda: oct(2 ** 66))
t(lambda: bin(0))
t(lambda: hex(0))
t(lambda: bin(True))
t(lambda: hex(10 ** 30))
t(lambda: format(2 ** 70, ','))
t(lambda: format(-2 ** 70, '_x'))
t(lambda: f'{10**20:,}')
t(lambda: f'{255:#010b}')
t(lambda: f'{2**100:e}')
t(lambda: f'{10**18:.3e}')
t(lambda: f'{123456789:.2f}')
t(lambda: '%x' % 2 ** 70)
t(lambda: '%d' % -10 ** 20)
t(lambda: '%o' % 2 ** 65)
t(lambda: '%X' % 0xabc)
t(lambda: f'{-255:x}')
t(lambda: f'{255:08b}')
t(lambda: f'{1234567:_}')
t(lambda: f'{0xdeadbeef:_b}')
t(lambda: f'{97:c}')
t(lambda: bin(1.5))
t(lambda: hex('a'))
t(lambda: oct(None))
t(lambda: hex(type('I', (), {'__index__': lambda s: 31})()))

# expect: '0'
# expect: '-5'
# expect: '1000000000000000000000000000000'
# expect: '0b1010'
# expect: '-0b1010'
# expect: '0o10'
# expect: '-0o10'
# expect: '0xff'
# expect: '-0xff'
# expect: '0x400000000000000000'
# expect: '0b100000000000000000000000000000000000000000000000000000000000000000'
# expect: '0o10000000000000000000000'
# expect: '0b0'
# expect: '0x0'
# expect: '0b1'
# expect: '0xc9f2c9cd04674edea40000000'
# expect: '1,180,591,620,717,411,303,424'
# expect: '-40_0000_0000_0000_0000'
# expect: '100,000,000,000,000,000,000'
# expect: '0b11111111'
# expect: '1.267651e+30'
# expect: '1.000e+18'
# expect: '123456789.00'
# expect: '400000000000000000'
# expect: '-100000000000000000000'
# expect: '4000000000000000000000'
# expect: 'ABC'
# expect: '-ff'
# expect: '11111111'
# expect: '1_234_567'
# expect: '1101_1110_1010_1101_1011_1110_1110_1111'
# expect: 'a'
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: '0x1f'
