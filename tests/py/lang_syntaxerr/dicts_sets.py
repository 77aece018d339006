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
    '{1:}',
    '{:1}',
    '{1: 2, 3}',
    '{1, 2: 3}',
    '{1: 2 3: 4}',
    '{1 2}',
    '{**}',
    '{*}',
    '{a: *b}',
    '{1: 2, **}',
    '{1:2,,}',
    '{,}',
    '{a: b for}',
    '{a: b for x in y, c: d}',
    '{a for x in y: b}',
    '{a: b, c: for x in y}',
    '{"a" "b" c}',
    '{1: 2: 3}',
    '{a:b, *c}',
]:
    check(src)

# expect: SyntaxError | '{1:}' | "expression expected after dictionary key and ':'" | 1 3 1 4
# expect: SyntaxError | '{:1}' | 'invalid syntax' | 1 2 1 3
# expect: SyntaxError | '{1: 2, 3}' | "':' expected after dictionary key" | 1 8 1 0
# expect: SyntaxError | '{1, 2: 3}' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | '{1: 2 3: 4}' | 'invalid syntax. Perhaps you forgot a comma?' | 1 5 1 8
# expect: SyntaxError | '{1 2}' | 'invalid syntax. Perhaps you forgot a comma?' | 1 2 1 5
# expect: SyntaxError | '{**}' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | '{*}' | 'Invalid star expression' | 1 3 1 4
# expect: SyntaxError | '{a: *b}' | 'cannot use a starred expression in a dictionary value' | 1 5 1 7
# expect: SyntaxError | '{1: 2, **}' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | '{1:2,,}' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | '{,}' | 'invalid syntax' | 1 2 1 3
# expect: SyntaxError | '{a: b for}' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | '{a: b for x in y, c: d}' | 'invalid syntax' | 1 17 1 18
# expect: SyntaxError | '{a for x in y: b}' | 'invalid syntax' | 1 14 1 15
# expect: SyntaxError | '{a: b, c: for x in y}' | 'invalid syntax' | 1 11 1 14
# expect: SyntaxError | '{"a" "b" c}' | 'invalid syntax. Perhaps you forgot a comma?' | 1 2 1 11
# expect: SyntaxError | '{1: 2: 3}' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | '{a:b, *c}' | 'invalid syntax' | 1 7 1 8
