print('{} {}'.format(1, 2), '{1} {0} {1}'.format('a', 'b'), '{x} {y}'.format(x=1, y=2), '{0[k]} {0[n][0]}'.format({'k': 1, 'n': [5]}), '{.real} {0.imag}'.format(3) if 0 else '{0.real}'.format(3))
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{:{w}.{p}}'.format('abcdef', w=6, p=2), '{{}} {{{}}}'.format(1), '{0:{1}}'.format(5, '>4'), '{a.b.c}'.format(a=type('A', (), {'b': type('B', (), {'c': 'deep'})})))
def t(f, *a, **k):
    try: print(f.format(*a, **k))
    except Exception as e: print(f, '|', type(e).__name__, e)
t('{} {0}', 1); t('{0} {}', 1); t('{2}', 1); t('{}'); t('{x}'); t('{0.zz}', 1); t('{0[z]}', {}); t('{0[0]}', []); t('{'); t('}'); t('{0!x}', 1); t('{0!}', 1); t('{!r', 1); t('{0:{}}', 1); t('{a[}', a=1); t('{0[]}', [1]); t('{0.}', 1); t('{:d}', 'a'); t('{0!rs}', 1); t('{0[a]}', [1]); t('{-1}', 1); t('{ }', 1); t('{:{:{}}}', 1, 2, 3); t('{0,1}', 1)
print('{0[-1]} {0[a b]}'.format({'-1': 'str key', 'a b': 2}), '{a}{a!r}{a:>3}'.format(a='z'), 'no fields'.format(1), '{:,} {:_}'.format(1234567, 1234567))
print('{x}'.format_map({'x': 1}), '{x}'.format_map(type('D', (dict,), {'__missing__': lambda s, k: k.upper()})()))

# expect: 1 2 b a b 1 2 1 5 3
# expect: 'é' é '\xe9' ab     {} {1}    5 deep
# expect: {} {0} | ValueError cannot switch from automatic field numbering to manual field specification
# expect: {0} {} | ValueError cannot switch from manual field specification to automatic field numbering
# expect: {2} | IndexError Replacement index 2 out of range for positional args tuple
# expect: {} | IndexError Replacement index 0 out of range for positional args tuple
# expect: {x} | KeyError 'x'
# expect: {0.zz} | AttributeError 'int' object has no attribute 'zz'
# expect: {0[z]} | KeyError 'z'
# expect: {0[0]} | IndexError list index out of range
# expect: { | ValueError Single '{' encountered in format string
# expect: } | ValueError Single '}' encountered in format string
# expect: {0!x} | ValueError Unknown conversion specifier x
# expect: {0!} | ValueError unmatched '{' in format spec
# expect: {!r | ValueError unmatched '{' in format spec
# expect: {0:{}} | ValueError cannot switch from manual field specification to automatic field numbering
# expect: {a[} | ValueError expected '}' before end of string
# expect: {0[]} | ValueError Empty attribute in format string
# expect: {0.} | ValueError Empty attribute in format string
# expect: {:d} | ValueError Unknown format code 'd' for object of type 'str'
# expect: {0!rs} | ValueError expected ':' after conversion specifier
# expect: {0[a]} | TypeError list indices must be integers or slices, not str
# expect: {-1} | KeyError '-1'
# expect: { } | KeyError ' '
# expect: {:{:{}}} | ValueError Max string recursion exceeded
# expect: {0,1} | KeyError '0,1'
# expect: str key 2 z'z'  z no fields 1,234,567 1_234_567
# expect: 1 X
