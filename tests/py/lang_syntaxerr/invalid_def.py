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
    'def',
    'def f',
    'def f(',
    'def f(:',
    'def f(1): pass',
    'def f(x, x): pass',
    'def f(x=1, y): pass',
    'def f(*): pass',
    'def f(*, **k): pass',
    'def f(**k, x): pass',
    'def f(*a, *b): pass',
    'def f(**a, **b): pass',
    'def f(/): pass',
    'def f(a, /, b, /): pass',
    'def f(*, a, /): pass',
    'def f(*a, /): pass',
    'def f(a, *, b, *): pass',
    'def f(None): pass',
    'def f(a.b): pass',
    'def f((a, b)): pass',
    'def f(a=): pass',
    'def f(*a=1): pass',
    'def f(**a=1): pass',
    'def 1f(): pass',
    'def f() -> : pass',
    'def f(*a, *): pass',
    'def f(**k, *a): pass',
    'def f(x: int y: int): pass',
    'def f(x: ): pass',
    'def f(a, b=1, c, d=2): pass',
]:
    check(src)

# expect: SyntaxError | 'def' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'def f' | "expected '('" | 1 6 1 7
# expect: SyntaxError | 'def f(' | "'(' was never closed" | 1 6 1 0
# expect: SyntaxError | 'def f(:' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'def f(1): pass' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'def f(x, x): pass' | "duplicate argument 'x' in function definition" | 1 10 1 11
# expect: SyntaxError | 'def f(x=1, y): pass' | 'parameter without a default follows parameter with a default' | 1 12 1 13
# expect: SyntaxError | 'def f(*): pass' | 'named arguments must follow bare *' | 1 7 1 8
# expect: SyntaxError | 'def f(*, **k): pass' | 'named arguments must follow bare *' | 1 7 1 8
# expect: SyntaxError | 'def f(**k, x): pass' | 'arguments cannot follow var-keyword argument' | 1 12 1 13
# expect: SyntaxError | 'def f(*a, *b): pass' | '* argument may appear only once' | 1 11 1 12
# expect: SyntaxError | 'def f(**a, **b): pass' | 'arguments cannot follow var-keyword argument' | 1 12 1 14
# expect: SyntaxError | 'def f(/): pass' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'def f(a, /, b, /): pass' | '/ may appear only once' | 1 16 1 17
# expect: SyntaxError | 'def f(*, a, /): pass' | '/ must be ahead of *' | 1 13 1 14
# expect: SyntaxError | 'def f(*a, /): pass' | '/ must be ahead of *' | 1 11 1 12
# expect: SyntaxError | 'def f(a, *, b, *): pass' | 'invalid syntax' | 1 16 1 17
# expect: SyntaxError | 'def f(None): pass' | 'invalid syntax' | 1 7 1 11
# expect: SyntaxError | 'def f(a.b): pass' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'def f((a, b)): pass' | 'Function parameters cannot be parenthesized' | 1 7 1 13
# expect: SyntaxError | 'def f(a=): pass' | 'expected default value expression' | 1 8 1 9
# expect: SyntaxError | 'def f(*a=1): pass' | 'var-positional argument cannot have default value' | 1 9 1 10
# expect: SyntaxError | 'def f(**a=1): pass' | 'var-keyword argument cannot have default value' | 1 10 1 11
# expect: SyntaxError | 'def 1f(): pass' | 'invalid decimal literal' | 1 5 1 5
# expect: SyntaxError | 'def f() -> : pass' | "expected ':'" | 1 9 1 11
# expect: SyntaxError | 'def f(*a, *): pass' | 'invalid syntax' | 1 11 1 12
# expect: SyntaxError | 'def f(**k, *a): pass' | 'arguments cannot follow var-keyword argument' | 1 12 1 13
# expect: SyntaxError | 'def f(x: int y: int): pass' | 'invalid syntax. Perhaps you forgot a comma?' | 1 10 1 15
# expect: SyntaxError | 'def f(x: ): pass' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'def f(a, b=1, c, d=2): pass' | 'parameter without a default follows parameter with a default' | 1 15 1 16
