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
    'if x\n pass',
    'while x\n pass',
    'for i in x\n pass',
    'def f()\n pass',
    'class C\n pass',
    'try\n pass',
    'else:\n pass',
    'with x\n pass',
    'if x: pass\nelif y\n pass',
    'if x: pass\nelse\n pass',
    'lambda x 1',
    'match x\n case 1: pass',
    'match x:\n case 1\n  pass',
    'try: pass\nexcept\n pass',
    'try: pass\nfinally\n pass',
    'for i in range(3) print(i)',
    'class C(x)\n pass',
]:
    check(src)

# expect: SyntaxError | 'if x\n pass' | "expected ':'" | 1 5 1 6
# expect: SyntaxError | 'while x\n pass' | "expected ':'" | 1 8 1 9
# expect: SyntaxError | 'for i in x\n pass' | "expected ':'" | 1 11 1 12
# expect: SyntaxError | 'def f()\n pass' | "expected ':'" | 1 8 1 9
# expect: SyntaxError | 'class C\n pass' | "expected ':'" | 1 8 1 9
# expect: SyntaxError | 'try\n pass' | "expected ':'" | 1 4 1 5
# expect: SyntaxError | 'else:\n pass' | 'invalid syntax' | 1 1 1 5
# expect: SyntaxError | 'with x\n pass' | "expected ':'" | 1 7 1 8
# expect: SyntaxError | 'if x: pass\nelif y\n pass' | "expected ':'" | 2 7 2 8
# expect: SyntaxError | 'if x: pass\nelse\n pass' | "expected ':'" | 2 5 2 6
# expect: SyntaxError | 'lambda x 1' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'match x\n case 1: pass' | "expected ':'" | 1 8 1 9
# expect: SyntaxError | 'match x:\n case 1\n  pass' | "expected ':'" | 2 8 2 9
# expect: SyntaxError | 'try: pass\nexcept\n pass' | "expected ':'" | 2 7 2 8
# expect: SyntaxError | 'try: pass\nfinally\n pass' | "expected ':'" | 2 8 2 9
# expect: SyntaxError | 'for i in range(3) print(i)' | 'invalid syntax' | 1 19 1 24
# expect: SyntaxError | 'class C(x)\n pass' | "expected ':'" | 1 11 1 12
