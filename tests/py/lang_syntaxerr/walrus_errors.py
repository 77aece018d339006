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
    'x := 1',
    '(1 := 2)',
    '(a.b := 1)',
    '(a[0] := 1)',
    '((a, b) := 1)',
    '(f() := 1)',
    '[x := 1 for x in y]',
    '[(i := 1) for i in y]',
    '[y := 1 for x in (y := z)]',
    '[x for x in (i := y)]',
    'class C:\n [x := 1 for y in z]',
    'f(a := 1 = 2)',
    'x = y := 1',
    'def f(a: x := 1): pass',
    'lambda: x := 1',
    '{a := 1: 2}',
    '{1: a := 2}',
    'del (a := 1)',
    '(a := 1) = 2',
    '(a := 1, b := )',
    'with x := y: pass',
    '(None := 1)',
    '[[(j := i) for i in range(5)] for j in range(5)]',
    'x[a:=1:2]',
]:
    check(src)

# expect: SyntaxError | 'x := 1' | 'invalid syntax' | 1 3 1 5
# expect: SyntaxError | '(1 := 2)' | 'cannot use assignment expressions with literal' | 1 2 1 3
# expect: SyntaxError | '(a.b := 1)' | 'cannot use assignment expressions with attribute' | 1 2 1 5
# expect: SyntaxError | '(a[0] := 1)' | 'cannot use assignment expressions with subscript' | 1 2 1 6
# expect: SyntaxError | '((a, b) := 1)' | 'cannot use assignment expressions with tuple' | 1 2 1 8
# expect: SyntaxError | '(f() := 1)' | 'cannot use assignment expressions with function call' | 1 2 1 5
# expect: SyntaxError | '[x := 1 for x in y]' | "assignment expression cannot rebind comprehension iteration variable 'x'" | 1 2 1 3
# expect: SyntaxError | '[(i := 1) for i in y]' | "assignment expression cannot rebind comprehension iteration variable 'i'" | 1 3 1 4
# expect: SyntaxError | '[y := 1 for x in (y := z)]' | 'assignment expression cannot be used in a comprehension iterable expression' | 1 19 1 25
# expect: SyntaxError | '[x for x in (i := y)]' | 'assignment expression cannot be used in a comprehension iterable expression' | 1 14 1 20
# expect: SyntaxError | 'class C:\n [x := 1 for y in z]' | 'assignment expression within a comprehension cannot be used in a class body' | 2 3 2 4
# expect: SyntaxError | 'f(a := 1 = 2)' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'x = y := 1' | 'invalid syntax' | 1 7 1 9
# expect: SyntaxError | 'def f(a: x := 1): pass' | 'invalid syntax' | 1 12 1 14
# expect: SyntaxError | 'lambda: x := 1' | 'cannot use assignment expressions with lambda' | 1 1 1 10
# expect: SyntaxError | '{a := 1: 2}' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | '{1: a := 2}' | 'invalid syntax' | 1 7 1 9
# expect: SyntaxError | 'del (a := 1)' | 'cannot delete named expression' | 1 6 1 12
# expect: SyntaxError | '(a := 1) = 2' | "cannot assign to named expression here. Maybe you meant '==' instead of '='?" | 1 2 1 8
# expect: SyntaxError | '(a := 1, b := )' | 'invalid syntax' | 1 15 1 16
# expect: SyntaxError | 'with x := y: pass' | 'invalid syntax' | 1 8 1 10
# expect: SyntaxError | '(None := 1)' | 'cannot use assignment expressions with None' | 1 2 1 6
# expect: SyntaxError | '[[(j := i) for i in range(5)] for j in range(5)]' | "assignment expression cannot rebind comprehension iteration variable 'j'" | 1 4 1 5
# expect: SyntaxError | 'x[a:=1:2]' | 'invalid syntax' | 1 7 1 8
