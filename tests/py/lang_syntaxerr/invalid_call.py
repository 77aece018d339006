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
    'f(1',
    'f(a=1, 2)',
    'f(**a, 1)',
    'f(**a, *b)',
    'f(a=1, a=2)',
    'f(1=2)',
    'f(a+b=1)',
    'f(None=1)',
    'f(True=1)',
    'f(x for x in y, 1)',
    'f(1, x for x in y)',
    'f(x for x in y, z=1)',
    'f(a b)',
    'f(a, b c)',
    'f(*)',
    'f(**)',
    'f(=1)',
    'f(a=)',
    'f(,)',
    'f(a,,b)',
    'f((a)=1)',
    'f("a"=1)',
    'f(a.b=1)',
    'f(x for x in y for z)',
    'f(lambda x: x=1)',
    'f(*x for x in y)',
    'f(a:=1, b=2, c:=3)',
    'f(a=b:=1)',
    'f(**x for x in y)',
]:
    check(src)

# expect: SyntaxError | 'f(1' | "'(' was never closed" | 1 2 1 0
# expect: SyntaxError | 'f(a=1, 2)' | 'positional argument follows keyword argument' | 1 9 1 10
# expect: SyntaxError | 'f(**a, 1)' | 'positional argument follows keyword argument unpacking' | 1 9 1 10
# expect: SyntaxError | 'f(**a, *b)' | 'iterable argument unpacking follows keyword argument unpacking' | 1 6 1 10
# expect: SyntaxError | 'f(a=1, a=2)' | 'keyword argument repeated: a' | 1 8 1 11
# expect: SyntaxError | 'f(1=2)' | 'expression cannot contain assignment, perhaps you meant "=="?' | 1 3 1 5
# expect: SyntaxError | 'f(a+b=1)' | 'expression cannot contain assignment, perhaps you meant "=="?' | 1 3 1 7
# expect: SyntaxError | 'f(None=1)' | 'cannot assign to None' | 1 3 1 8
# expect: SyntaxError | 'f(True=1)' | 'cannot assign to True' | 1 3 1 8
# expect: SyntaxError | 'f(x for x in y, 1)' | 'Generator expression must be parenthesized' | 1 3 1 15
# expect: SyntaxError | 'f(1, x for x in y)' | 'Generator expression must be parenthesized' | 1 6 1 18
# expect: SyntaxError | 'f(x for x in y, z=1)' | 'Generator expression must be parenthesized' | 1 3 1 15
# expect: SyntaxError | 'f(a b)' | 'invalid syntax. Perhaps you forgot a comma?' | 1 3 1 6
# expect: SyntaxError | 'f(a, b c)' | 'invalid syntax. Perhaps you forgot a comma?' | 1 6 1 9
# expect: SyntaxError | 'f(*)' | 'Invalid star expression' | 1 4 1 5
# expect: SyntaxError | 'f(**)' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'f(=1)' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'f(a=)' | 'expected argument value expression' | 1 3 1 5
# expect: SyntaxError | 'f(,)' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'f(a,,b)' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'f((a)=1)' | 'expression cannot contain assignment, perhaps you meant "=="?' | 1 4 1 7
# expect: SyntaxError | 'f("a"=1)' | 'expression cannot contain assignment, perhaps you meant "=="?' | 1 3 1 7
# expect: SyntaxError | 'f(a.b=1)' | 'expression cannot contain assignment, perhaps you meant "=="?' | 1 3 1 7
# expect: SyntaxError | 'f(x for x in y for z)' | "'in' expected after for-loop variables" | 1 21 1 22
# expect: SyntaxError | 'f(lambda x: x=1)' | 'expression cannot contain assignment, perhaps you meant "=="?' | 1 3 1 15
# expect: SyntaxError | 'f(*x for x in y)' | 'iterable unpacking cannot be used in comprehension' | 1 3 1 5
# expect: SyntaxError | 'f(a:=1, b=2, c:=3)' | 'positional argument follows keyword argument' | 1 18 1 19
# expect: SyntaxError | 'f(a=b:=1)' | 'invalid syntax' | 1 6 1 8
# expect: SyntaxError | 'f(**x for x in y)' | 'invalid syntax' | 1 7 1 10
