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
    'for 1 in x: pass',
    'for f() in x: pass',
    'for x, 1 in y: pass',
    'for x y in z: pass',
    'for in x: pass',
    'for x: pass',
    'for x in: pass',
    'for x.y() in z: pass',
    'for None in x: pass',
    'for (x, 2) in y: pass',
    '[x for 1 in y]',
    '[x for in y]',
    '[for x in y]',
    '[x for x y]',
    '{x for f() in y}',
    '[x, y for x in z]',
    '[*x for x in y]',
    '{**x for x in y}',
    '(x, y for x in z)',
    '{x: y, for x in z}',
]:
    check(src)

# expect: SyntaxError | 'for 1 in x: pass' | 'cannot assign to literal' | 1 5 1 6
# expect: SyntaxError | 'for f() in x: pass' | 'cannot assign to function call' | 1 5 1 8
# expect: SyntaxError | 'for x, 1 in y: pass' | 'cannot assign to literal' | 1 8 1 9
# expect: SyntaxError | 'for x y in z: pass' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'for in x: pass' | 'invalid syntax' | 1 5 1 7
# expect: SyntaxError | 'for x: pass' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'for x in: pass' | 'invalid syntax' | 1 9 1 10
# expect: SyntaxError | 'for x.y() in z: pass' | 'cannot assign to function call' | 1 5 1 10
# expect: SyntaxError | 'for None in x: pass' | 'cannot assign to None' | 1 5 1 9
# expect: SyntaxError | 'for (x, 2) in y: pass' | 'cannot assign to literal' | 1 9 1 10
# expect: SyntaxError | '[x for 1 in y]' | 'cannot assign to literal' | 1 8 1 9
# expect: SyntaxError | '[x for in y]' | 'invalid syntax' | 1 8 1 10
# expect: SyntaxError | '[for x in y]' | 'invalid syntax' | 1 2 1 5
# expect: SyntaxError | '[x for x y]' | "'in' expected after for-loop variables" | 1 10 1 11
# expect: SyntaxError | '{x for f() in y}' | 'cannot assign to function call' | 1 8 1 11
# expect: SyntaxError | '[x, y for x in z]' | 'did you forget parentheses around the comprehension target?' | 1 2 1 6
# expect: SyntaxError | '[*x for x in y]' | 'iterable unpacking cannot be used in comprehension' | 1 2 1 4
# expect: SyntaxError | '{**x for x in y}' | 'dict unpacking cannot be used in dict comprehension' | 1 2 1 4
# expect: SyntaxError | '(x, y for x in z)' | 'invalid syntax' | 1 7 1 10
# expect: SyntaxError | '{x: y, for x in z}' | 'invalid syntax' | 1 8 1 11
