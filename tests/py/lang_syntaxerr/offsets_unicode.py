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
    '\xe9 = = 1',
    '"\xe9" $',
    'x = "\u65e5\u672c" y',
    '\u65e5\u672c \u8a9e',
    'f(\xe9=1, \xe9=2)',
    '\xfc ?',
    '\tx = = 1',
    '\t\ta b',
    '\xe9.\xfc \xe9',
    'def \xf1(\xf1, \xf1): pass',
]:
    check(src)

# expect: SyntaxError | '\xe9 = = 1' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | '"\xe9" $' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'x = "\u65e5\u672c" y' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | '\u65e5\u672c \u8a9e' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'f(\xe9=1, \xe9=2)' | 'keyword argument repeated: \xe9' | 1 9 1 13
# expect: SyntaxError | '\xfc ?' | 'invalid syntax' | 1 3 1 4
# expect: IndentationError | '\tx = = 1' | 'unexpected indent' | 1 1 1 -1
# expect: IndentationError | '\t\ta b' | 'unexpected indent' | 1 2 1 -1
# expect: SyntaxError | '\xe9.\xfc \xe9' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'def \xf1(\xf1, \xf1): pass' | "duplicate argument '\xf1' in function definition" | 1 12 1 14
