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
# since-3.14: 'class C[T: pass' | 'invalid syntax' | 1 12 1 16 => 'class C[T: pass' | "'[' was never closed" | 1 8 1 0
for src in [
    'class',
    'class 1: pass',
    'class C(: pass',
    'class C(x for x in y): pass',
    'class C(a b): pass',
    'class C(a=1, b): pass',
    'class C(**k, a): pass',
    'class C.D: pass',
    'class C():',
    'class None: pass',
    'class C[T: pass',
    'class C[T=int, U]: pass',
    'class C(metaclass=): pass',
    'class C: def f(): pass',
    'class C: x = 1; def f(): pass',
    'class C pass',
    'class C(a=1, a=2): pass',
]:
    check(src)

# expect: SyntaxError | 'class' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'class 1: pass' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'class C(: pass' | 'invalid syntax' | 1 9 1 10
# expect: SyntaxError | 'class C(x for x in y): pass' | 'invalid syntax' | 1 11 1 14
# expect: SyntaxError | 'class C(a b): pass' | 'invalid syntax. Perhaps you forgot a comma?' | 1 9 1 12
# expect: SyntaxError | 'class C(a=1, b): pass' | 'positional argument follows keyword argument' | 1 15 1 16
# expect: SyntaxError | 'class C(**k, a): pass' | 'positional argument follows keyword argument unpacking' | 1 15 1 16
# expect: SyntaxError | 'class C.D: pass' | 'invalid syntax' | 1 8 1 9
# expect: IndentationError | 'class C():' | 'expected an indented block after class definition on line 1' | 1 11 1 -1
# expect: SyntaxError | 'class None: pass' | 'invalid syntax' | 1 7 1 11
# expect: SyntaxError | 'class C[T: pass' | "'[' was never closed" | 1 8 1 0
# expect: SyntaxError | 'class C[T=int, U]: pass' | "non-default type parameter 'U' follows default type parameter" | 1 16 1 17
# expect: SyntaxError | 'class C(metaclass=): pass' | 'expected argument value expression' | 1 9 1 19
# expect: SyntaxError | 'class C: def f(): pass' | 'invalid syntax' | 1 10 1 13
# expect: SyntaxError | 'class C: x = 1; def f(): pass' | 'invalid syntax' | 1 17 1 20
# expect: SyntaxError | 'class C pass' | 'invalid syntax' | 1 9 1 13
# expect: SyntaxError | 'class C(a=1, a=2): pass' | 'keyword argument repeated: a' | 1 14 1 17
