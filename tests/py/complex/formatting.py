def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: f'{1 + 2j:.2f}')
t(lambda: f'{1.5j:e}')
t(lambda: f'{1 + 2j:>12}')
t(lambda: f'{1 + 2j:+.1f}')
t(lambda: f'{1234.5 + 0j:,.1f}')
t(lambda: f'{1j:g}')
t(lambda: f'{3 + 4j:*^15}')
t(lambda: format(1 + 2j, ''))
t(lambda: f'{1 + 2j:.3}')
t(lambda: f'{1+0j:.1f}')
t(lambda: format(1j, '=10'))
t(lambda: format(1j, '010'))
t(lambda: format(1j, 'd'))
t(lambda: format(1j, '%'))
t(lambda: '%f' % 1j)
t(lambda: '%d' % 1j)

# expect: '1.00+2.00j'
# expect: '0.000000e+00+1.500000e+00j'
# expect: '      (1+2j)'
# expect: '+1.0+2.0j'
# expect: '1,234.5+0.0j'
# expect: '0+1j'
# expect: '****(3+4j)*****'
# expect: '(1+2j)'
# expect: '(1+2j)'
# expect: '1.0+0.0j'
# expect: ValueError '=' alignment flag is not allowed in complex format specifier
# expect: ValueError Zero padding is not allowed in complex format specifier
# expect: ValueError Unknown format code 'd' for object of type 'complex'
# expect: ValueError Unknown format code '%' for object of type 'complex'
# expect: TypeError must be real number, not complex
# expect: TypeError %d format: a real number is required, not complex
