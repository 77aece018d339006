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
    '[x for]',
    '[x for x]',
    '[x for x in]',
    '[x for x in y if]',
    '[x if y for x in z]',
    '[x for x in y else z]',
    '[for x in y]',
    '[x in y for x]',
    '[x for x in y for]',
    '{x:y for}',
    '(x for x in)',
    '[x for x in y, z]',
    '[x for x in a, b]',
    '[x, for x in y]',
    '[yield x for x in y]',
    '[(yield x) for x in y]',
    '{(yield): 1 for x in y}',
    '((yield x) for x in y)',
    '[x for x in (yield)]',
    'class C:\n [x for x in await y]',
    '[x for x in lambda: y]',
    '[x for x in lambda: y, 1]',
    '[x for await in y]',
    '[await x for x in y]',
    '[x for x, in y z]',
]:
    check(src)

# expect: SyntaxError | '[x for]' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | '[x for x]' | "'in' expected after for-loop variables" | 1 9 1 10
# expect: SyntaxError | '[x for x in]' | 'invalid syntax' | 1 12 1 13
# expect: SyntaxError | '[x for x in y if]' | 'invalid syntax' | 1 17 1 18
# expect: SyntaxError | '[x if y for x in z]' | "expected 'else' after 'if' expression" | 1 2 1 8
# expect: SyntaxError | '[x for x in y else z]' | 'invalid syntax' | 1 15 1 19
# expect: SyntaxError | '[for x in y]' | 'invalid syntax' | 1 2 1 5
# expect: SyntaxError | '[x in y for x]' | "'in' expected after for-loop variables" | 1 14 1 15
# expect: SyntaxError | '[x for x in y for]' | 'invalid syntax' | 1 18 1 19
# expect: SyntaxError | '{x:y for}' | 'invalid syntax' | 1 9 1 10
# expect: SyntaxError | '(x for x in)' | 'invalid syntax' | 1 12 1 13
# expect: SyntaxError | '[x for x in y, z]' | 'invalid syntax' | 1 14 1 15
# expect: SyntaxError | '[x for x in a, b]' | 'invalid syntax' | 1 14 1 15
# expect: SyntaxError | '[x, for x in y]' | 'did you forget parentheses around the comprehension target?' | 1 2 1 4
# expect: SyntaxError | '[yield x for x in y]' | 'invalid syntax' | 1 2 1 7
# expect: SyntaxError | '[(yield x) for x in y]' | "'yield' inside list comprehension" | 1 3 1 10
# expect: SyntaxError | '{(yield): 1 for x in y}' | "'yield' inside dict comprehension" | 1 3 1 8
# expect: SyntaxError | '((yield x) for x in y)' | "'yield' inside generator expression" | 1 3 1 10
# expect: SyntaxError | '[x for x in (yield)]' | "'yield' outside function" | 1 14 1 19
# expect: SyntaxError | 'class C:\n [x for x in await y]' | "'await' outside function" | 2 14 2 21
# expect: SyntaxError | '[x for x in lambda: y]' | 'invalid syntax' | 1 13 1 19
# expect: SyntaxError | '[x for x in lambda: y, 1]' | 'invalid syntax' | 1 13 1 19
# expect: SyntaxError | '[x for await in y]' | 'invalid syntax' | 1 14 1 16
# expect: SyntaxError | '[await x for x in y]' | 'asynchronous comprehension outside of an asynchronous function' | 1 1 1 21
# expect: SyntaxError | '[x for x, in y z]' | 'invalid syntax' | 1 16 1 17
