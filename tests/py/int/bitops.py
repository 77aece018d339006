def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ~0)
t(lambda: ~5)
t(lambda: ~-5)
t(lambda: 5 & 3)
t(lambda: 5 | 3)
t(lambda: 5 ^ 3)
t(lambda: -5 & 3)
t(lambda: -5 | 3)
t(lambda: -5 ^ 3)
t(lambda: -5 & -3)
t(lambda: 1 << 70)
t(lambda: -1 << 70)
t(lambda: (1 << 70) >> 69)
t(lambda: -1 >> 100)
t(lambda: (-10 ** 20) >> 3)
t(lambda: 2 ** 70 & -1)
t(lambda: 2 ** 70 | 1)
t(lambda: -2 ** 70 & 2 ** 70)
t(lambda: -2 ** 70 ^ 2 ** 70)
t(lambda: ~(2 ** 70))
t(lambda: 0 << 10 ** 6)
t(lambda: 1 >> 10 ** 30)
t(lambda: -1 >> 10 ** 30)
t(lambda: 0xF0F0 & 0xFF)
t(lambda: 5 & True)
t(lambda: (2 ** 64 - 1) & ~0xff)
t(lambda: (1 << 60) | (1 << 61))
t(lambda: (1 << 62) ^ (1 << 60))
t(lambda: 1 << -1)
t(lambda: 1 >> -1)
t(lambda: 1 << 1.0)
t(lambda: 1 & 1.0)
t(lambda: 1 | None)
t(lambda: 1 << 10 ** 30)
t(lambda: 0 << 10 ** 30)

# expect: -1
# expect: -6
# expect: 4
# expect: 1
# expect: 7
# expect: 6
# expect: 3
# expect: -5
# expect: -8
# expect: -7
# expect: 1180591620717411303424
# expect: -1180591620717411303424
# expect: 2
# expect: -1
# expect: -12500000000000000000
# expect: 1180591620717411303424
# expect: 1180591620717411303425
# expect: 1180591620717411303424
# expect: -2361183241434822606848
# expect: -1180591620717411303425
# expect: 0
# expect: 0
# expect: -1
# expect: 240
# expect: 1
# expect: 18446744073709551360
# expect: 3458764513820540928
# expect: 5764607523034234880
# expect: ValueError negative shift count
# expect: ValueError negative shift count
# expect: TypeError unsupported operand type(s) for <<: 'int' and 'float'
# expect: TypeError unsupported operand type(s) for &: 'int' and 'float'
# expect: TypeError unsupported operand type(s) for |: 'int' and 'NoneType'
# expect: OverflowError too many digits in integer
# expect: 0
