print('%d %i %u %s %r %a %c %c %x %X %o %e %E %f %F %g %G %%' % (1, 2, 3, 's', 'r', 'é', 'c', 65, 255, 255, 8, 1.5, 1.5, 1.5, 1.5, 1.5, 1e-10))
print('%5d|%-5d|%05d|%+d|% d|%#x|%#o|%.3d|%5.1f|%-8.2f|%08.2f|%.0f|%#.0f|%10s|%-10s|%.2s' % (1, 1, 1, 1, 1, 255, 8, 5, 1.25, 1.5, -1.5, 2.5, 2.5, 'r', 'l', 'trunc'))
print('%(a)s %(b)05.1f %(a)r' % {'a': 1, 'b': 2}, '%*d|%-*d|%.*f' % (5, 1, 5, 1, 2, 3.14159), '%s' % (1,), '%s' % [1, 2], '%s %%' % None, '%%' % ())
def t(f, a):
    try: print(f % a)
    except Exception as e: print(repr(f), '|', type(e).__name__, e)
for f, a in [('%d', 'a'), ('%d', 1.9), ('%x', 1.5), ('%s %s', 'a'), ('%s', (1, 2)), ('a', 1), ('%', 1), ('%z', 1), ('%(a)s', 1), ('%(a)s', {}), ('%c', 'ab'), ('%c', 1114112), ('%c', 1.5), ('%*d', ('a', 1)), ('%f', 'a'), ('%(a', {}), ('%e', None), ('%d', None), ('%s %(a)s', {'a': 1}), ('%o', '8'), ('a', []), ('a', {}), ('a', ()), ('%ld', 5), ('%d', 10 ** 30), ('%d', True), ('%i', 3.99), ('%x', -255), ('%#b', 1)]: t(f, a)
# needs: 3.14

# expect: 1 2 3 s 'r' '\xe9' c A ff FF 10 1.500000e+00 1.500000E+00 1.500000 1.500000 1.5 1E-10 %
# expect:     1|1    |00001|+1| 1|0xff|0o10|005|  1.2|1.50    |-0001.50|2|2.|         r|l         |tr
# expect: 1 002.0 1     1|1    |3.14 1 [1, 2] None % %
# expect: '%d' | TypeError %d format: a real number is required, not str
# expect: 1
# expect: '%x' | TypeError %x format: an integer is required, not float
# expect: '%s %s' | TypeError not enough arguments for format string
# expect: '%s' | TypeError not all arguments converted during string formatting
# expect: 'a' | TypeError not all arguments converted during string formatting
# expect: '%' | ValueError incomplete format
# expect: '%z' | ValueError unsupported format character 'z' (0x7a) at index 1
# expect: '%(a)s' | TypeError format requires a mapping
# expect: '%(a)s' | KeyError 'a'
# expect: '%c' | TypeError %c requires an int or a unicode character, not a string of length 2
# expect: '%c' | OverflowError %c arg not in range(0x110000)
# expect: '%c' | TypeError %c requires an int or a unicode character, not float
# expect: '%*d' | TypeError * wants int
# expect: '%f' | TypeError must be real number, not str
# expect: '%(a' | ValueError incomplete format key
# expect: '%e' | TypeError must be real number, not NoneType
# expect: '%d' | TypeError %d format: a real number is required, not NoneType
# expect: {'a': 1} 1
# expect: '%o' | TypeError %o format: an integer is required, not str
# expect: a
# expect: a
# expect: a
# expect: 5
# expect: 1000000000000000000000000000000
# expect: 1
# expect: 3
# expect: -ff
# expect: '%#b' | ValueError unsupported format character 'b' (0x62) at index 2
