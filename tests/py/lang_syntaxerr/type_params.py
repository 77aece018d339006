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
    'def f[](): pass',
    'def f[T, T](): pass',
    'class C[T, *T]: pass',
    'type X',
    'type X =',
    'type X[T] = yield',
    'type X[T: (yield)] = 1',
    'def f[T: (x := 1)](): pass',
    'class C[T](yield): pass',
    'type 1 = 2',
    'type X[1] = 2',
    'def f[*Ts: int](): pass',
    'def f[**P: int](): pass',
    'class C[*T = int]: pass',
    'def f[T = int, U](): pass',
    'type X[T]',
    'type X = 1 = 2',
    'class C[T: await x]: pass',
    'def f[T]: pass',
    'lambda[T]: 0',
]:
    check(src)

# expect: SyntaxError | 'def f[](): pass' | 'Type parameter list cannot be empty' | 1 7 1 7
# expect: SyntaxError | 'def f[T, T](): pass' | "duplicate type parameter 'T'" | 1 10 1 11
# expect: SyntaxError | 'class C[T, *T]: pass' | "duplicate type parameter 'T'" | 1 12 1 14
# expect: SyntaxError | 'type X' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'type X =' | 'invalid syntax' | 1 9 1 10
# expect: SyntaxError | 'type X[T] = yield' | 'invalid syntax' | 1 13 1 18
# expect: SyntaxError | 'type X[T: (yield)] = 1' | 'yield expression cannot be used within a TypeVar bound' | 1 12 1 17
# expect: SyntaxError | 'def f[T: (x := 1)](): pass' | 'named expression cannot be used within a TypeVar bound' | 1 11 1 17
# expect: SyntaxError | 'class C[T](yield): pass' | 'invalid syntax' | 1 12 1 17
# expect: SyntaxError | 'type 1 = 2' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'type X[1] = 2' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'def f[*Ts: int](): pass' | 'cannot use bound with TypeVarTuple' | 1 10 1 15
# expect: SyntaxError | 'def f[**P: int](): pass' | 'cannot use bound with ParamSpec' | 1 10 1 15
# expect: ok 'class C[*T = int]: pass'
# expect: SyntaxError | 'def f[T = int, U](): pass' | "non-default type parameter 'U' follows default type parameter" | 1 16 1 17
# expect: SyntaxError | 'type X[T]' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'type X = 1 = 2' | 'invalid syntax' | 1 12 1 13
# expect: SyntaxError | 'class C[T: await x]: pass' | 'await expression cannot be used within a TypeVar bound' | 1 12 1 19
# expect: SyntaxError | 'def f[T]: pass' | "expected '('" | 1 9 1 10
# expect: SyntaxError | 'lambda[T]: 0' | 'invalid syntax' | 1 7 1 8
