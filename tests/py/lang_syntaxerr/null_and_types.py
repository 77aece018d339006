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
    'a\x00b',
    '\x00',
    '"\x00"',
]:
    check(src)

# expect: SyntaxError | 'a\x00b' | 'source code string cannot contain null bytes' | None None None None
# expect: SyntaxError | '\x00' | 'source code string cannot contain null bytes' | None None None None
# expect: SyntaxError | '"\x00"' | 'source code string cannot contain null bytes' | None None None None
