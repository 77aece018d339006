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
    '[1 2]',
    '[1,,2]',
    '[,]',
    '(,)',
    '(1 2)',
    '(1,,2)',
    '[*]',
    '(*a)',
    '*a',
    'x = *a',
    'print(*a b)',
    '[1, 2',
    'a[',
    'a[]',
    'a[1 2]',
    'a[1:2:3:4]',
    'a[*]',
    'a[:,',
    'a[1,,2]',
    'a[**b]',
    '()=1=2',
    'for x in *a: pass',
    'return *a',
    '[a b for a in c]',
    '(a b)',
    'a b',
    'a, b c',
    'x = 1 2',
    'print 1',
    'print "a"',
    'exec "a"',
    'print a, b',
    'raise a b',
    'import a b',
    'assert a b',
]:
    check(src)

# expect: SyntaxError | '[1 2]' | 'invalid syntax. Perhaps you forgot a comma?' | 1 2 1 5
# expect: SyntaxError | '[1,,2]' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | '[,]' | 'invalid syntax' | 1 2 1 3
# expect: SyntaxError | '(,)' | 'invalid syntax' | 1 2 1 3
# expect: SyntaxError | '(1 2)' | 'invalid syntax. Perhaps you forgot a comma?' | 1 2 1 5
# expect: SyntaxError | '(1,,2)' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | '[*]' | 'Invalid star expression' | 1 3 1 4
# expect: SyntaxError | '(*a)' | 'cannot use starred expression here' | 1 2 1 4
# expect: SyntaxError | '*a' | "can't use starred expression here" | 1 1 1 3
# expect: SyntaxError | 'x = *a' | "can't use starred expression here" | 1 5 1 7
# expect: SyntaxError | 'print(*a b)' | 'invalid syntax. Perhaps you forgot a comma?' | 1 8 1 11
# expect: SyntaxError | '[1, 2' | "'[' was never closed" | 1 1 1 0
# expect: SyntaxError | 'a[' | "'[' was never closed" | 1 2 1 0
# expect: SyntaxError | 'a[]' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'a[1 2]' | 'invalid syntax. Perhaps you forgot a comma?' | 1 3 1 6
# expect: SyntaxError | 'a[1:2:3:4]' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'a[*]' | 'Invalid star expression' | 1 4 1 5
# expect: SyntaxError | 'a[:,' | "'[' was never closed" | 1 2 1 0
# expect: SyntaxError | 'a[1,,2]' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'a[**b]' | 'invalid syntax' | 1 3 1 5
# expect: SyntaxError | '()=1=2' | 'cannot assign to literal' | 1 4 1 5
# expect: SyntaxError | 'for x in *a: pass' | "can't use starred expression here" | 1 10 1 12
# expect: SyntaxError | 'return *a' | "'return' outside function" | 1 1 1 10
# expect: SyntaxError | '[a b for a in c]' | 'invalid syntax. Perhaps you forgot a comma?' | 1 2 1 5
# expect: SyntaxError | '(a b)' | 'invalid syntax. Perhaps you forgot a comma?' | 1 2 1 5
# expect: SyntaxError | 'a b' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'a, b c' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'x = 1 2' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'print 1' | "Missing parentheses in call to 'print'. Did you mean print(...)?" | 1 1 1 8
# expect: SyntaxError | 'print "a"' | "Missing parentheses in call to 'print'. Did you mean print(...)?" | 1 1 1 10
# expect: SyntaxError | 'exec "a"' | "Missing parentheses in call to 'exec'. Did you mean exec(...)?" | 1 1 1 9
# expect: SyntaxError | 'print a, b' | "Missing parentheses in call to 'print'. Did you mean print(...)?" | 1 1 1 11
# expect: SyntaxError | 'raise a b' | 'invalid syntax' | 1 9 1 10
# expect: SyntaxError | 'import a b' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'assert a b' | 'invalid syntax' | 1 10 1 11
