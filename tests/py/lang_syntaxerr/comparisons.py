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
    'a = = b',
    'a === b',
    'a <> b',
    'a =! b',
    'a => b',
    'a =< b',
    'a !== b',
    'a & & b',
    'a && b',
    'a || b',
    'a ! b',
    'not',
    'a not b',
    'a is is b',
    'a in',
    'in a',
    'a not is b',
    'x++',
    'x--',
    '++',
    'a <',
    '< a',
    'a == ',
    'if a = 1: pass',
    'while x = 1: pass',
    'print(a = 1 == )',
    'if (a = 1): pass',
    '(a = 1)',
    '[a = 1]',
    '{a = 1}',
    'x if y = 1 else 2',
    'elif x: pass',
    'a if b',
]:
    check(src)

# expect: SyntaxError | 'a = = b' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'a === b' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'a <> b' | 'invalid syntax' | 1 3 1 5
# expect: SyntaxError | 'a =! b' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'a => b' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'a =< b' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'a !== b' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'a & & b' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'a && b' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'a || b' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'a ! b' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'not' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'a not b' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'a is is b' | 'invalid syntax' | 1 6 1 8
# expect: SyntaxError | 'a in' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | 'in a' | 'invalid syntax' | 1 1 1 3
# expect: SyntaxError | 'a not is b' | 'invalid syntax' | 1 7 1 9
# expect: SyntaxError | 'x++' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'x--' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | '++' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'a <' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | '< a' | 'invalid syntax' | 1 1 1 2
# expect: SyntaxError | 'a == ' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'if a = 1: pass' | "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | 1 4 1 9
# expect: SyntaxError | 'while x = 1: pass' | "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | 1 7 1 12
# expect: SyntaxError | 'print(a = 1 == )' | 'invalid syntax' | 1 16 1 17
# expect: SyntaxError | 'if (a = 1): pass' | "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | 1 5 1 10
# expect: SyntaxError | '(a = 1)' | "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | 1 2 1 7
# expect: SyntaxError | '[a = 1]' | "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | 1 2 1 7
# expect: SyntaxError | '{a = 1}' | "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | 1 2 1 7
# expect: SyntaxError | 'x if y = 1 else 2' | "expected 'else' after 'if' expression" | 1 1 1 7
# expect: SyntaxError | 'elif x: pass' | 'invalid syntax' | 1 1 1 5
# expect: SyntaxError | 'a if b' | "expected 'else' after 'if' expression" | 1 1 1 7
