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
    '$',
    '?',
    'a $ b',
    'x = 5 ! 3',
    '!x',
    'a ?? b',
    '\u201chi\u201d',
    'a \u2013 b',
    'x\xa0= 1',
    '`x`',
    'a\\b',
    '\\',
    'x = \\ 1',
    'x = 1 \\\n',
    '\u200bx',
    'x = 1\uff1b',
    'a \u2260 b',
    '1 \xd7 2',
    '\u20ac = 1',
    'x \x07',
    '@',
    'a @',
    '@@',
    '->',
    'a -> b',
    ':=',
    '...x',
    'a..b',
    'a ... b',
]:
    check(src)

# expect: SyntaxError | '$' | 'invalid syntax' | 1 1 1 2
# expect: SyntaxError | '?' | 'invalid syntax' | 1 1 1 2
# expect: SyntaxError | 'a $ b' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'x = 5 ! 3' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | '!x' | 'invalid syntax' | 1 1 1 2
# expect: SyntaxError | 'a ?? b' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | '\u201chi\u201d' | "invalid character '\u201c' (U+201C)" | 1 1 1 1
# expect: SyntaxError | 'a \u2013 b' | "invalid character '\u2013' (U+2013)" | 1 3 1 3
# expect: SyntaxError | 'x\xa0= 1' | 'invalid non-printable character U+00A0' | 1 2 1 2
# expect: SyntaxError | '`x`' | 'invalid syntax' | 1 1 1 2
# expect: SyntaxError | 'a\\b' | 'unexpected character after line continuation character' | 1 3 1 0
# expect: SyntaxError | '\\' | 'unexpected EOF while parsing' | 1 2 1 -1
# expect: SyntaxError | 'x = \\ 1' | 'unexpected character after line continuation character' | 1 6 1 0
# expect: SyntaxError | 'x = 1 \\\n' | 'unexpected EOF while parsing' | 1 8 1 -1
# expect: SyntaxError | '\u200bx' | 'invalid non-printable character U+200B' | 1 1 1 1
# expect: SyntaxError | 'x = 1\uff1b' | "invalid character '\uff1b' (U+FF1B)" | 1 6 1 6
# expect: SyntaxError | 'a \u2260 b' | "invalid character '\u2260' (U+2260)" | 1 3 1 3
# expect: SyntaxError | '1 \xd7 2' | "invalid character '\xd7' (U+00D7)" | 1 3 1 3
# expect: SyntaxError | '\u20ac = 1' | "invalid character '\u20ac' (U+20AC)" | 1 1 1 1
# expect: SyntaxError | 'x \x07' | 'invalid non-printable character U+0007' | 1 3 1 3
# expect: SyntaxError | '@' | 'invalid syntax' | 1 2 1 3
# expect: SyntaxError | 'a @' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | '@@' | 'invalid syntax' | 1 2 1 3
# expect: SyntaxError | '->' | 'invalid syntax' | 1 1 1 3
# expect: SyntaxError | 'a -> b' | 'invalid syntax' | 1 3 1 5
# expect: SyntaxError | ':=' | 'invalid syntax' | 1 1 1 3
# expect: SyntaxError | '...x' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'a..b' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'a ... b' | 'invalid syntax' | 1 3 1 6
