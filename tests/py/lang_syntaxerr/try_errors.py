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
# since-3.14: except A as 1: pass' | 'invalid syntax' => except A as 1: pass' | 'cannot use except statement with literal'
# since-3.14: except A as b.c: pass' | 'invalid syntax' | 2 14 2 15 => except A as b.c: pass' | 'cannot use except statement with attribute' | 2 13 2 16
for src in [
    'try: pass',
    'try:\n pass\nx = 1',
    'try: pass\nelse: pass',
    'try: pass\nexcept: pass\nexcept: pass',
    'try: pass\nexcept: pass\nexcept ValueError: pass',
    'except: pass',
    'finally: pass',
    'try: pass\nexcept A as 1: pass',
    'try: pass\nexcept A as b.c: pass',
    'try: pass\nexcept* : pass',
    'try: pass\nexcept A: pass\nexcept* B: pass',
    'try: pass\nexcept* A: pass\nexcept B: pass',
    'try: pass\nfinally: pass\nexcept: pass',
    'try: pass\nelse: pass\nexcept: pass',
    'try: pass\nexcept* A: return',
    'def f():\n try: pass\n except* A: return',
    'for x in y:\n try: pass\n except* A: break',
    'for x in y:\n try: pass\n except* A: continue',
    'try: pass\nexcept A B: pass',
    'try: pass\nexcept as e: pass',
    'raise x, y',
]:
    check(src)

# expect: SyntaxError | 'try: pass' | "expected 'except' or 'finally' block" | 1 10 1 -1
# expect: SyntaxError | 'try:\n pass\nx = 1' | "expected 'except' or 'finally' block" | 3 1 3 2
# expect: SyntaxError | 'try: pass\nelse: pass' | "expected 'except' or 'finally' block" | 2 1 2 5
# expect: SyntaxError | 'try: pass\nexcept: pass\nexcept: pass' | "default 'except:' must be last" | 2 1 2 13
# expect: SyntaxError | 'try: pass\nexcept: pass\nexcept ValueError: pass' | "default 'except:' must be last" | 2 1 2 13
# expect: SyntaxError | 'except: pass' | 'invalid syntax' | 1 1 1 7
# expect: SyntaxError | 'finally: pass' | 'invalid syntax' | 1 1 1 8
# expect: SyntaxError | 'try: pass\nexcept A as 1: pass' | 'cannot use except statement with literal' | 2 13 2 14
# expect: SyntaxError | 'try: pass\nexcept A as b.c: pass' | 'cannot use except statement with attribute' | 2 13 2 16
# expect: SyntaxError | 'try: pass\nexcept* : pass' | 'expected one or more exception types' | 2 9 2 10
# expect: SyntaxError | 'try: pass\nexcept A: pass\nexcept* B: pass' | "cannot have both 'except' and 'except*' on the same 'try'" | 3 1 3 8
# expect: SyntaxError | 'try: pass\nexcept* A: pass\nexcept B: pass' | "cannot have both 'except' and 'except*' on the same 'try'" | 3 1 3 7
# expect: SyntaxError | 'try: pass\nfinally: pass\nexcept: pass' | 'invalid syntax' | 3 1 3 7
# expect: SyntaxError | 'try: pass\nelse: pass\nexcept: pass' | "expected 'except' or 'finally' block" | 2 1 2 5
# expect: SyntaxError | 'try: pass\nexcept* A: return' | "'return' outside function" | 2 12 2 18
# expect: SyntaxError | 'def f():\n try: pass\n except* A: return' | "'break', 'continue' and 'return' cannot appear in an except* block" | 3 13 3 19
# expect: SyntaxError | 'for x in y:\n try: pass\n except* A: break' | "'break', 'continue' and 'return' cannot appear in an except* block" | 3 13 3 18
# expect: SyntaxError | 'for x in y:\n try: pass\n except* A: continue' | "'break', 'continue' and 'return' cannot appear in an except* block" | 3 13 3 21
# expect: SyntaxError | 'try: pass\nexcept A B: pass' | 'invalid syntax' | 2 10 2 11
# expect: SyntaxError | 'try: pass\nexcept as e: pass' | 'invalid syntax' | 2 8 2 10
# expect: SyntaxError | 'raise x, y' | 'invalid syntax' | 1 8 1 9
