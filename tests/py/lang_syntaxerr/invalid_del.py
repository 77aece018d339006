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
    'del 1',
    'del f()',
    'del a + b',
    'del (1)',
    'del [1]',
    'del',
    'del *a',
    'del {}',
    'del None',
    'del a, f()',
    'del (a, (b, 1))',
    'del "x"',
    'del a if b else c',
    'del lambda: 0',
    'del (x for x in y)',
    'del ...',
    'del a = 1',
]:
    check(src)

# expect: SyntaxError | 'del 1' | 'cannot delete literal' | 1 5 1 6
# expect: SyntaxError | 'del f()' | 'cannot delete function call' | 1 5 1 8
# expect: SyntaxError | 'del a + b' | 'cannot delete expression' | 1 5 1 10
# expect: SyntaxError | 'del (1)' | 'cannot delete literal' | 1 6 1 7
# expect: SyntaxError | 'del [1]' | 'cannot delete literal' | 1 6 1 7
# expect: SyntaxError | 'del' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'del *a' | 'cannot delete starred' | 1 5 1 7
# expect: SyntaxError | 'del {}' | 'cannot delete dict literal' | 1 5 1 7
# expect: SyntaxError | 'del None' | 'cannot delete None' | 1 5 1 9
# expect: SyntaxError | 'del a, f()' | 'cannot delete function call' | 1 8 1 11
# expect: SyntaxError | 'del (a, (b, 1))' | 'cannot delete literal' | 1 13 1 14
# expect: SyntaxError | 'del "x"' | 'cannot delete literal' | 1 5 1 8
# expect: SyntaxError | 'del a if b else c' | 'cannot delete conditional expression' | 1 5 1 18
# expect: SyntaxError | 'del lambda: 0' | 'cannot delete lambda' | 1 5 1 14
# expect: SyntaxError | 'del (x for x in y)' | 'cannot delete generator expression' | 1 5 1 19
# expect: SyntaxError | 'del ...' | 'cannot delete ellipsis' | 1 5 1 8
# expect: SyntaxError | 'del a = 1' | 'invalid syntax' | 1 7 1 8
