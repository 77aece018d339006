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
    '(',
    '[',
    '{',
    'f(1, 2',
    '[1, 2',
    '{1: 2',
    'x = (1,\ny = 2',
    'f(\n\n',
    '(]',
    '[)',
    '{)',
    '(1, [2, 3)',
    'f(a\ndef g(): pass',
    ')',
    ']',
    '}',
    'a = 1)',
    '{"a": [1, 2}',
    'if (a:\n pass',
]:
    check(src)

# expect: SyntaxError | '(' | "'(' was never closed" | 1 1 1 0
# expect: SyntaxError | '[' | "'[' was never closed" | 1 1 1 0
# expect: SyntaxError | '{' | "'{' was never closed" | 1 1 1 0
# expect: SyntaxError | 'f(1, 2' | "'(' was never closed" | 1 2 1 0
# expect: SyntaxError | '[1, 2' | "'[' was never closed" | 1 1 1 0
# expect: SyntaxError | '{1: 2' | "'{' was never closed" | 1 1 1 0
# expect: SyntaxError | 'x = (1,\ny = 2' | "'(' was never closed" | 1 5 1 0
# expect: SyntaxError | 'f(\n\n' | "'(' was never closed" | 1 2 1 0
# expect: SyntaxError | '(]' | "closing parenthesis ']' does not match opening parenthesis '('" | 1 2 1 2
# expect: SyntaxError | '[)' | "closing parenthesis ')' does not match opening parenthesis '['" | 1 2 1 2
# expect: SyntaxError | '{)' | "closing parenthesis ')' does not match opening parenthesis '{'" | 1 2 1 2
# expect: SyntaxError | '(1, [2, 3)' | "closing parenthesis ')' does not match opening parenthesis '['" | 1 10 1 10
# expect: SyntaxError | 'f(a\ndef g(): pass' | "'(' was never closed" | 1 2 1 0
# expect: SyntaxError | ')' | "unmatched ')'" | 1 1 1 1
# expect: SyntaxError | ']' | "unmatched ']'" | 1 1 1 1
# expect: SyntaxError | '}' | "unmatched '}'" | 1 1 1 1
# expect: SyntaxError | 'a = 1)' | "unmatched ')'" | 1 6 1 6
# expect: SyntaxError | '{"a": [1, 2}' | "closing parenthesis '}' does not match opening parenthesis '['" | 1 12 1 12
# expect: SyntaxError | 'if (a:\n pass' | 'invalid syntax' | 1 6 1 7
