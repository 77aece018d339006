def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: eval('1_000_000'))
t(lambda: eval('0b1111_0000'))
t(lambda: eval('0xdead_beef'))
t(lambda: eval('0o777'))
t(lambda: 1_0 + 0x1_0)
t(lambda: eval('1' * 50))
t(lambda: eval('-0'))
t(lambda: eval('+5'))
t(lambda: eval('--5'))
t(lambda: eval('0_0'))
t(lambda: 0xFFFFFFFFFFFFFFFFFFFF)
t(lambda: 0b1 << 3)
t(lambda: eval('  7  '))
t(lambda: eval('(((7)))'))
t(lambda: eval('1if 1else 2'))
t(lambda: 5 .bit_length())
t(lambda: 5..is_integer())

# expect: 1000000
# expect: 240
# expect: 3735928559
# expect: 511
# expect: 26
# expect: 11111111111111111111111111111111111111111111111111
# expect: 0
# expect: 5
# expect: 5
# expect: 0
# expect: 1208925819614629174706175
# expect: 8
# expect: 7
# expect: 7
# expect: 1
# expect: 3
# expect: True
