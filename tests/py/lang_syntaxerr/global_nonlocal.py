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
    'nonlocal x',
    'def f():\n nonlocal x',
    'def f():\n x = 1\n global x',
    'def f(x):\n global x',
    'def f():\n print(x)\n global x',
    'def f(x):\n nonlocal x',
    'def f():\n global x\n nonlocal x',
    'def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x',
    'x = 1\ndef f():\n nonlocal x',
    'def f():\n x: int = 1\n global x',
    'def f():\n global x\n x: int',
    'class C:\n nonlocal y',
    'def f():\n y = 1\n def g():\n  print(y)\n  nonlocal y',
    'global',
    'global 1',
    'global x, ',
    'global x.y',
    'global x = 1',
    'def f():\n global x\n def g():\n  nonlocal x',
    'def f():\n import x\n global x',
    'def f():\n for x in y: pass\n global x',
]:
    check(src)

# expect: SyntaxError | 'nonlocal x' | 'nonlocal declaration not allowed at module level' | 1 1 1 11
# expect: SyntaxError | 'def f():\n nonlocal x' | "no binding for nonlocal 'x' found" | 2 2 2 12
# expect: SyntaxError | 'def f():\n x = 1\n global x' | "name 'x' is assigned to before global declaration" | 3 2 3 10
# expect: SyntaxError | 'def f(x):\n global x' | "name 'x' is parameter and global" | 2 2 2 10
# expect: SyntaxError | 'def f():\n print(x)\n global x' | "name 'x' is used prior to global declaration" | 3 2 3 10
# expect: SyntaxError | 'def f(x):\n nonlocal x' | "name 'x' is parameter and nonlocal" | 2 2 2 12
# expect: SyntaxError | 'def f():\n global x\n nonlocal x' | "name 'x' is nonlocal and global" | 2 2 2 10
# expect: SyntaxError | 'def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x' | "name 'x' is assigned to before nonlocal declaration" | 5 3 5 13
# expect: SyntaxError | 'x = 1\ndef f():\n nonlocal x' | "no binding for nonlocal 'x' found" | 3 2 3 12
# expect: SyntaxError | 'def f():\n x: int = 1\n global x' | "annotated name 'x' can't be global" | 3 2 3 10
# expect: SyntaxError | 'def f():\n global x\n x: int' | "annotated name 'x' can't be global" | 3 2 3 8
# expect: SyntaxError | 'class C:\n nonlocal y' | "no binding for nonlocal 'y' found" | 2 2 2 12
# expect: SyntaxError | 'def f():\n y = 1\n def g():\n  print(y)\n  nonlocal y' | "name 'y' is used prior to nonlocal declaration" | 5 3 5 13
# expect: SyntaxError | 'global' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'global 1' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'global x, ' | 'invalid syntax' | 1 11 1 12
# expect: SyntaxError | 'global x.y' | 'invalid syntax' | 1 9 1 10
# expect: SyntaxError | 'global x = 1' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'def f():\n global x\n def g():\n  nonlocal x' | "no binding for nonlocal 'x' found" | 4 3 4 13
# expect: ok 'def f():\n import x\n global x'
# expect: SyntaxError | 'def f():\n for x in y: pass\n global x' | "name 'x' is assigned to before global declaration" | 3 2 3 10
