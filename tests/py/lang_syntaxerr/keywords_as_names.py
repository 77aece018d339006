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
    'if = 1',
    'for = 2',
    'class = 3',
    'x.class',
    'x.if = 1',
    'def if(): pass',
    'import if',
    'from if import x',
    'from x import if',
    'lambda if: 0',
    'f(if=1)',
    'is = 1',
    'not = 1',
    'and = 1',
    'with = 5',
    'try = 1',
    'pass = 1',
    'pass 1',
    'break 2',
    'async = 1',
    'await = 1',
    'def await(): pass',
    'True()',
    'None.x = 1 = ',
    'global if',
    'class for: pass',
    'None()',
    'from = 1',
    'yield = 1',
    'else',
    'elif',
    'finally',
    'except',
    'as',
    'in',
    'is',
    'as = 1',
]:
    check(src)

# expect: SyntaxError | 'if = 1' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'for = 2' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'class = 3' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'x.class' | 'invalid syntax' | 1 3 1 8
# expect: SyntaxError | 'x.if = 1' | 'invalid syntax' | 1 3 1 5
# expect: SyntaxError | 'def if(): pass' | 'invalid syntax' | 1 5 1 7
# expect: SyntaxError | 'import if' | 'invalid syntax' | 1 8 1 10
# expect: SyntaxError | 'from if import x' | 'invalid syntax' | 1 6 1 8
# expect: SyntaxError | 'from x import if' | 'invalid syntax' | 1 15 1 17
# expect: SyntaxError | 'lambda if: 0' | 'invalid syntax' | 1 8 1 10
# expect: SyntaxError | 'f(if=1)' | 'invalid syntax' | 1 3 1 5
# expect: SyntaxError | 'is = 1' | 'invalid syntax' | 1 1 1 3
# expect: SyntaxError | 'not = 1' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'and = 1' | 'invalid syntax' | 1 1 1 4
# expect: SyntaxError | 'with = 5' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'try = 1' | "expected ':'" | 1 5 1 6
# expect: SyntaxError | 'pass = 1' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'pass 1' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'break 2' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'async = 1' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'await = 1' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'def await(): pass' | 'invalid syntax' | 1 5 1 10
# expect: ok 'True()'
# expect: SyntaxError | 'None.x = 1 = ' | 'cannot assign to literal' | 1 10 1 11
# expect: SyntaxError | 'global if' | 'invalid syntax' | 1 8 1 10
# expect: SyntaxError | 'class for: pass' | 'invalid syntax' | 1 7 1 10
# expect: ok 'None()'
# expect: SyntaxError | 'from = 1' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'yield = 1' | 'assignment to yield expression not possible' | 1 1 1 6
# expect: SyntaxError | 'else' | 'invalid syntax' | 1 1 1 5
# expect: SyntaxError | 'elif' | 'invalid syntax' | 1 1 1 5
# expect: SyntaxError | 'finally' | 'invalid syntax' | 1 1 1 8
# expect: SyntaxError | 'except' | 'invalid syntax' | 1 1 1 7
# expect: SyntaxError | 'as' | 'invalid syntax' | 1 1 1 3
# expect: SyntaxError | 'in' | 'invalid syntax' | 1 1 1 3
# expect: SyntaxError | 'is' | 'invalid syntax' | 1 1 1 3
# expect: SyntaxError | 'as = 1' | 'invalid syntax' | 1 1 1 3
