print(0, 00, 0x1F, 0Xff, 0o17, 0O7, 0b101, 0B1, 1_000, 0x_ff, 0b1_0, 0o1_7, 1_0_0)
print(1e3, 1E3, 1.5e-3, .5, 5., 1_0.0_1, 1e1_0, 0e0, 00.5, 09.5, 1e-400, 1e400)
print(1j, 2.5J, 0j, 1_0j, 1e2j, .5j, 09j)
print(0xdeadBEEF, 123456789012345678901234567890, -5, 1if 1else 2)
for s in ['012', '1__0', '1_', '0x', '0b2', '0o8', '0xg', '1e', '1.e+', '0b', '1a', '1_a', '0_7', '0x1.5', '1..2', '00_1', '1.2.3']:
    try: print(s, eval(s))
    except SyntaxError as e: print(s, 'SyntaxError', e.msg, e.offset)

# expect: 0 0 31 255 15 7 5 1 1000 255 2 15 100
# expect: 1000.0 1000.0 0.0015 0.5 5.0 10.01 10000000000.0 0.0 0.5 9.5 0.0 inf
# expect: 1j 2.5j 0j 10j 100j 0.5j 9j
# expect: 3735928559 123456789012345678901234567890 -5 1
# expect: 012 SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers 1
# expect: 1__0 SyntaxError invalid decimal literal 2
# expect: 1_ SyntaxError invalid decimal literal 2
# expect: 0x SyntaxError invalid hexadecimal literal 2
# expect: 0b2 SyntaxError invalid digit '2' in binary literal 3
# expect: 0o8 SyntaxError invalid digit '8' in octal literal 3
# expect: 0xg SyntaxError invalid hexadecimal literal 2
# expect: 1e SyntaxError invalid decimal literal 1
# expect: 1.e+ SyntaxError invalid decimal literal 4
# expect: 0b SyntaxError invalid binary literal 2
# expect: 1a SyntaxError invalid decimal literal 1
# expect: 1_a SyntaxError invalid decimal literal 2
# expect: 0_7 SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers 1
# expect: 0x1.5 SyntaxError invalid syntax 4
# expect: 1..2 SyntaxError invalid syntax 3
# expect: 00_1 SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers 1
# expect: 1.2.3 SyntaxError invalid syntax 4
