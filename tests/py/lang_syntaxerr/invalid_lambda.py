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
    'lambda',
    'lambda:',
    'lambda x',
    'lambda x=1, y: 0',
    'lambda *: 0',
    'lambda x, x: 0',
    'lambda (x): 0',
    'lambda 1: 0',
    'lambda *a, *b: 0',
    'lambda **k, a: 0',
    'lambda /: 0',
    'lambda x=: 0',
    'lambda x: yield',
    'lambda: (x = 1)',
    'lambda None: 0',
    'lambda x: return 1',
]:
    check(src)

# expect: SyntaxError | 'lambda' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'lambda:' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'lambda x' | 'invalid syntax' | 1 9 1 10
# expect: SyntaxError | 'lambda x=1, y: 0' | 'parameter without a default follows parameter with a default' | 1 13 1 14
# expect: SyntaxError | 'lambda *: 0' | 'named arguments must follow bare *' | 1 9 1 10
# expect: SyntaxError | 'lambda x, x: 0' | "duplicate argument 'x' in function definition" | 1 11 1 12
# expect: SyntaxError | 'lambda (x): 0' | 'Lambda expression parameters cannot be parenthesized' | 1 8 1 11
# expect: SyntaxError | 'lambda 1: 0' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'lambda *a, *b: 0' | '* argument may appear only once' | 1 12 1 13
# expect: SyntaxError | 'lambda **k, a: 0' | 'arguments cannot follow var-keyword argument' | 1 13 1 14
# expect: SyntaxError | 'lambda /: 0' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'lambda x=: 0' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'lambda x: yield' | 'invalid syntax' | 1 11 1 16
# expect: SyntaxError | 'lambda: (x = 1)' | "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | 1 10 1 15
# expect: SyntaxError | 'lambda None: 0' | 'invalid syntax' | 1 8 1 12
# expect: SyntaxError | 'lambda x: return 1' | 'invalid syntax' | 1 11 1 17
