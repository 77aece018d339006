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
    '1 = x',
    '"a" = x',
    'f() = 1',
    'a + b = 1',
    '-a = 1',
    '[1] = x',
    '(1, 2) = x',
    '{} = x',
    '{1} = x',
    'x if y else z = 1',
    'lambda: 0 = 1',
    '(x for x in y) = 1',
    '[x for x in y] = 1',
    'a < b = 1',
    'a and b = 1',
    'not a = 1',
    'None = 1',
    'True = 1',
    '... = 1',
    'f"a" = 1',
    '(yield) = 1',
    'await x = 1',
    'a.b() = 1',
    'a, f() = 1',
    '(a, 1) = 1',
    '*a = 1',
    'x = 1 = y',
    '`a` = 1',
]:
    check(src)

# expect: SyntaxError | '1 = x' | "cannot assign to literal here. Maybe you meant '==' instead of '='?" | 1 1 1 2
# expect: SyntaxError | '"a" = x' | "cannot assign to literal here. Maybe you meant '==' instead of '='?" | 1 1 1 4
# expect: SyntaxError | 'f() = 1' | "cannot assign to function call here. Maybe you meant '==' instead of '='?" | 1 1 1 4
# expect: SyntaxError | 'a + b = 1' | "cannot assign to expression here. Maybe you meant '==' instead of '='?" | 1 1 1 6
# expect: SyntaxError | '-a = 1' | "cannot assign to expression here. Maybe you meant '==' instead of '='?" | 1 1 1 3
# expect: SyntaxError | '[1] = x' | 'cannot assign to literal' | 1 2 1 3
# expect: SyntaxError | '(1, 2) = x' | 'cannot assign to literal' | 1 2 1 3
# expect: SyntaxError | '{} = x' | "cannot assign to dict literal here. Maybe you meant '==' instead of '='?" | 1 1 1 3
# expect: SyntaxError | '{1} = x' | "cannot assign to set display here. Maybe you meant '==' instead of '='?" | 1 1 1 4
# expect: SyntaxError | 'x if y else z = 1' | 'cannot assign to conditional expression' | 1 1 1 14
# expect: SyntaxError | 'lambda: 0 = 1' | 'cannot assign to lambda' | 1 1 1 10
# expect: SyntaxError | '(x for x in y) = 1' | 'cannot assign to generator expression' | 1 1 1 15
# expect: SyntaxError | '[x for x in y] = 1' | "cannot assign to list comprehension here. Maybe you meant '==' instead of '='?" | 1 1 1 15
# expect: SyntaxError | 'a < b = 1' | 'cannot assign to comparison' | 1 1 1 6
# expect: SyntaxError | 'a and b = 1' | 'cannot assign to expression' | 1 1 1 8
# expect: SyntaxError | 'not a = 1' | 'cannot assign to expression' | 1 1 1 6
# expect: SyntaxError | 'None = 1' | 'cannot assign to None' | 1 1 1 5
# expect: SyntaxError | 'True = 1' | 'cannot assign to True' | 1 1 1 5
# expect: SyntaxError | '... = 1' | "cannot assign to ellipsis here. Maybe you meant '==' instead of '='?" | 1 1 1 4
# expect: SyntaxError | 'f"a" = 1' | "cannot assign to f-string expression here. Maybe you meant '==' instead of '='?" | 1 1 1 5
# expect: SyntaxError | '(yield) = 1' | "cannot assign to yield expression here. Maybe you meant '==' instead of '='?" | 1 2 1 7
# expect: SyntaxError | 'await x = 1' | "cannot assign to await expression here. Maybe you meant '==' instead of '='?" | 1 1 1 8
# expect: SyntaxError | 'a.b() = 1' | "cannot assign to function call here. Maybe you meant '==' instead of '='?" | 1 1 1 6
# expect: SyntaxError | 'a, f() = 1' | "cannot assign to function call here. Maybe you meant '==' instead of '='?" | 1 4 1 7
# expect: SyntaxError | '(a, 1) = 1' | 'cannot assign to literal' | 1 5 1 6
# expect: SyntaxError | '*a = 1' | 'starred assignment target must be in a list or tuple' | 1 1 1 3
# expect: SyntaxError | 'x = 1 = y' | 'cannot assign to literal' | 1 5 1 6
# expect: SyntaxError | '`a` = 1' | 'invalid syntax' | 1 1 1 2
