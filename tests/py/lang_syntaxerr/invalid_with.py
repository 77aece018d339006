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
    'with x as 1: pass',
    'with x as f(): pass',
    'with: pass',
    'with x as: pass',
    'with x, y as 1: pass',
    'with (x as 1): pass',
    'with x as None: pass',
    'with (x, y as z, 1 as 2): pass',
    'with a b: pass',
    'with x as a.b(): pass',
]:
    check(src)

# expect: SyntaxError | 'with x as 1: pass' | 'cannot assign to literal' | 1 11 1 12
# expect: SyntaxError | 'with x as f(): pass' | 'cannot assign to function call' | 1 11 1 14
# expect: SyntaxError | 'with: pass' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'with x as: pass' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'with x, y as 1: pass' | 'cannot assign to literal' | 1 14 1 15
# expect: SyntaxError | 'with (x as 1): pass' | 'cannot assign to literal' | 1 12 1 13
# expect: SyntaxError | 'with x as None: pass' | 'cannot assign to None' | 1 11 1 15
# expect: SyntaxError | 'with (x, y as z, 1 as 2): pass' | 'cannot assign to literal' | 1 23 1 24
# expect: SyntaxError | 'with a b: pass' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'with x as a.b(): pass' | 'cannot assign to function call' | 1 11 1 16
