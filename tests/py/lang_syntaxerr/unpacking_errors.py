def check(src, mode='exec'):
    try:
        compile(src, 'file', mode)
        print('ok', ascii(src))
    except SyntaxError as e:
        print(type(e).__name__, '|', ascii(src) if len(src) < 60 else len(src), '|', ascii(e.msg), '|', e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(type(e).__name__, '|', ascii(src), '|', e)
import warnings
warnings.simplefilter('ignore')
for src in [
    '*a',
    '*a = 1',
    '*a, *b = c',
    'a, *b, *c = d',
    '[*a, *b] = c',
    '(*a) = b',
    '*(a, b) = c',
    'x = *a',
    'del *a',
    'a = (*b)',
    'print(*)',
    'for *a in b: pass',
    'for *a, *b in c: pass',
    'a[*]',
    '*a, = *b',
    '(*a, *b) = c',
    'a = *b, *',
    '*1, = x',
    '*f(), a = b',
    '*a + b = c',
    'f(**)',
]:
    check(src)

# expect: SyntaxError | '*a' | "can't use starred expression here" | 1 1 1 3
# expect: SyntaxError | '*a = 1' | 'starred assignment target must be in a list or tuple' | 1 1 1 3
# expect: SyntaxError | '*a, *b = c' | 'multiple starred expressions in assignment' | 1 1 1 7
# expect: SyntaxError | 'a, *b, *c = d' | 'multiple starred expressions in assignment' | 1 1 1 10
# expect: SyntaxError | '[*a, *b] = c' | 'multiple starred expressions in assignment' | 1 1 1 9
# expect: SyntaxError | '(*a) = b' | 'cannot use starred expression here' | 1 2 1 4
# expect: SyntaxError | '*(a, b) = c' | 'starred assignment target must be in a list or tuple' | 1 1 1 8
# expect: SyntaxError | 'x = *a' | "can't use starred expression here" | 1 5 1 7
# expect: SyntaxError | 'del *a' | 'cannot delete starred' | 1 5 1 7
# expect: SyntaxError | 'a = (*b)' | 'cannot use starred expression here' | 1 6 1 8
# expect: SyntaxError | 'print(*)' | 'Invalid star expression' | 1 8 1 9
# expect: SyntaxError | 'for *a in b: pass' | 'starred assignment target must be in a list or tuple' | 1 5 1 7
# expect: SyntaxError | 'for *a, *b in c: pass' | 'multiple starred expressions in assignment' | 1 5 1 11
# expect: SyntaxError | 'a[*]' | 'Invalid star expression' | 1 4 1 5
# expect: SyntaxError | '*a, = *b' | "can't use starred expression here" | 1 7 1 9
# expect: SyntaxError | '(*a, *b) = c' | 'multiple starred expressions in assignment' | 1 1 1 9
# expect: SyntaxError | 'a = *b, *' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | '*1, = x' | 'cannot assign to literal' | 1 2 1 3
# expect: SyntaxError | '*f(), a = b' | "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | 1 7 1 12
# expect: SyntaxError | '*a + b = c' | 'cannot assign to expression' | 1 2 1 7
# expect: SyntaxError | 'f(**)' | 'invalid syntax' | 1 5 1 6
