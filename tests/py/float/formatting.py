def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [format(x, '.3f') for x in (0.0005, 0.0015, 1.0005, 2.5, -0.0001, 1e10, 1e-10)])
t(lambda: [format(x, 'g') for x in (0.0001, 0.00001, 123456.0, 1234567.0, 1e100, 100000.0, 1.0, -0.0)])
t(lambda: [format(1234.5678, s) for s in ('.0f', '.1f', '.2e', '.3g', '.10g', '#.3g', ',.2f', '012.2f', '+.1f', ' .1f', '>10.1f', '<10.1f', '^10.1f', '%', '.1%', 'E', 'G', 'n', '', '.3', '.1', '_.3f', '10', 'z.1f')])
t(lambda: [format(x, '.17g') for x in (0.1, 1/3, 1e23)])
t(lambda: [format(x, '.0f') for x in (0.5, 1.5, 2.5, 3.5)])
t(lambda: [format(x, '.20f') for x in (0.1, 1e-20)])
t(lambda: format(1e22, 'f'))
t(lambda: format(1e-5, ''))
t(lambda: format(1.0, '.0e'))
t(lambda: format(123.456, '.50f')[:30])
t(lambda: '%.3f %e %g %G' % (1.5, 1.5, 1e-10, 1e-10))
t(lambda: '%5.1f|%-8.2f|%+.1f|%05.1f' % (1.25, 1.5, 2.25, 3.75))
t(lambda: '%.0f' % 0.5)
t(lambda: '%s %r' % (0.1, 0.1))
t(lambda: format(-0.04, 'z.1f'))
t(lambda: format(float('nan'), '+.1f'))
t(lambda: format(float('inf'), '010'))
t(lambda: format(1.5, 'd'))
t(lambda: format(1.5, '.f'))
t(lambda: format(1.5, 'q'))

# expect: ['0.001', '0.002', '1.000', '2.500', '-0.000', '10000000000.000', '0.000']
# expect: ['0.0001', '1e-05', '123456', '1.23457e+06', '1e+100', '100000', '1', '-0']
# expect: ['1235', '1234.6', '1.23e+03', '1.23e+03', '1234.5678', '1.23e+03', '1,234.57', '000001234.57', '+1234.6', ' 1234.6', '    1234.6', '1234.6    ', '  1234.6  ', '123456.780000%', '123456.8%', '1.234568E+03', '1234.57', '1234.57', '1234.5678', '1.23e+03', '1e+03', '1_234.568', ' 1234.5678', '1234.6']
# expect: ['0.10000000000000001', '0.33333333333333331', '9.9999999999999992e+22']
# expect: ['0', '2', '2', '4']
# expect: ['0.10000000000000000555', '0.00000000000000000001']
# expect: '10000000000000000000000.000000'
# expect: '1e-05'
# expect: '1e+00'
# expect: '123.45600000000000306954461848'
# expect: '1.500 1.500000e+00 1e-10 1E-10'
# expect: '  1.2|1.50    |+2.2|003.8'
# expect: '0'
# expect: '0.1 0.1'
# expect: '0.0'
# expect: '+nan'
# expect: '0000000inf'
# expect: ValueError Unknown format code 'd' for object of type 'float'
# expect: ValueError Format specifier missing precision
# expect: ValueError Unknown format code 'q' for object of type 'float'
