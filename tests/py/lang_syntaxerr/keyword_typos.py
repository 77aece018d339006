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
    'whille True:\n pass',
    'fro x in y:\n pass',
    'improt os',
    'form x import y',
    'clas A:\n pass',
    'retrun 1',
    'def f():\n retrun 1',
    'prnt 1',
    'esle:\n pass',
    'wtih open() as f:\n pass',
]:
    check(src)

# expect: SyntaxError | 'whille True:\n pass' | 'invalid syntax' | 1 8 1 12
# expect: SyntaxError | 'fro x in y:\n pass' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'improt os' | 'invalid syntax' | 1 8 1 10
# expect: SyntaxError | 'form x import y' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'clas A:\n pass' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'retrun 1' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'def f():\n retrun 1' | 'invalid syntax' | 2 9 2 10
# expect: SyntaxError | 'prnt 1' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'esle:\n pass' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'wtih open() as f:\n pass' | 'invalid syntax' | 1 6 1 10
