def t(v, s):
    try: print(repr(format(v, s)))
    except Exception as e: print(s, type(v).__name__, '|', type(e).__name__, e)
for v, s in [(1, 's'), (1, 'z'), (1, 'zz'), (1, '.2'), (1, '.2d'), (1, ',s'), (1.5, 'd'), (1.5, 'x'), (1.5, 's'), ('a', 'd'), ('a', '='), ('a', '+'), ('a', ' '), ('a', ','), ('a', '05'), ('a', '.'), ('a', 'x<'), (1, '10' * 20), (None, 'd'), ([], '5'), (1, 'c'), (-1, 'c'), (1114112, 'c'), (1, '+c'), (1, ',x'), (1, '_c'), (1.5, ',_'), (1, ',,'), (1j, '%'), (1j, '010'), (True, 'd'), (True, ''), (True, 's'), (True, '5'), (1, '#s'), ('a', '#'), (1, '.'), (1j, '.2f'), (1+2j, '>12'), (1j, '='), (b'x', '5'), (1, 'Q'), (object, '>3') ]: t(v, s)

# expect: s int | ValueError Unknown format code 's' for object of type 'int'
# expect: z int | ValueError Negative zero coercion (z) not allowed in integer format specifier
# expect: zz int | ValueError Unknown format code 'z' for object of type 'int'
# expect: .2 int | ValueError Precision not allowed in integer format specifier
# expect: .2d int | ValueError Precision not allowed in integer format specifier
# expect: ,s int | ValueError Cannot specify ',' with 's'.
# expect: d float | ValueError Unknown format code 'd' for object of type 'float'
# expect: x float | ValueError Unknown format code 'x' for object of type 'float'
# expect: s float | ValueError Unknown format code 's' for object of type 'float'
# expect: d str | ValueError Unknown format code 'd' for object of type 'str'
# expect: = str | ValueError '=' alignment not allowed in string format specifier
# expect: + str | ValueError Sign not allowed in string format specifier
# expect:   str | ValueError Space not allowed in string format specifier
# expect: , str | ValueError Cannot specify ',' with 's'.
# expect: 'a0000'
# expect: . str | ValueError Format specifier missing precision
# expect: 'a'
# expect: 1010101010101010101010101010101010101010 int | ValueError Too many decimal digits in format string
# expect: d NoneType | TypeError unsupported format string passed to NoneType.__format__
# expect: 5 list | TypeError unsupported format string passed to list.__format__
# expect: '\x01'
# expect: c int | OverflowError %c arg not in range(0x110000)
# expect: c int | OverflowError %c arg not in range(0x110000)
# expect: +c int | ValueError Sign not allowed with integer format specifier 'c'
# expect: ,x int | ValueError Cannot specify ',' with 'x'.
# expect: _c int | ValueError Cannot specify '_' with 'c'.
# expect: ,_ float | ValueError Cannot specify both ',' and '_'.
# expect: ,, int | ValueError Cannot specify ',' with ','.
# expect: % complex | ValueError Unknown format code '%' for object of type 'complex'
# expect: 010 complex | ValueError Zero padding is not allowed in complex format specifier
# expect: '1'
# expect: 'True'
# expect: s bool | ValueError Unknown format code 's' for object of type 'bool'
# expect: '    1'
# expect: #s int | ValueError Unknown format code 's' for object of type 'int'
# expect: # str | ValueError Alternate form (#) not allowed in string format specifier
# expect: . int | ValueError Format specifier missing precision
# expect: '0.00+1.00j'
# expect: '      (1+2j)'
# expect: = complex | ValueError '=' alignment flag is not allowed in complex format specifier
# expect: 5 bytes | TypeError unsupported format string passed to bytes.__format__
# expect: Q int | ValueError Unknown format code 'Q' for object of type 'int'
# expect: >3 type | TypeError unsupported format string passed to type.__format__
