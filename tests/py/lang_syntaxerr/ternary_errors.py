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
# since-3.14: 'a if b else pass' | 'invalid syntax' => 'a if b else pass' | "expected expression after 'else', but statement is given"
# since-3.14: 'x = 1 if y else return 2' | 'invalid syntax' => 'x = 1 if y else return 2' | "expected expression after 'else', but statement is given"
# since-3.14: 'pass if x else y' | 'invalid syntax' | 1 6 1 8 => 'pass if x else y' | "expected expression before 'if', but statement is given" | 1 1 1 5
# since-3.14: 'break if x else y' | 'invalid syntax' | 1 7 1 9 => 'break if x else y' | "expected expression before 'if', but statement is given" | 1 1 1 6
# since-3.14: 'x = continue if 1 else 2' | 'invalid syntax' => 'x = continue if 1 else 2' | "expected expression before 'if', but statement is given"
for src in [
    'a if b',
    'x = a if b',
    'if b else c',
    'a if b: c',
    'a if else c',
    'a if b else pass',
    'pass if x else y',
    'x = 1 if y else return 2',
    '(a if b)',
    '[a if b for x in y]',
    'f(a if b)',
    'a if b elif c',
    'x = a if b else c d',
    'return 1 if x',
    'break if x else y',
    'x = continue if 1 else 2',
]:
    check(src)

# expect: SyntaxError | 'a if b' | "expected 'else' after 'if' expression" | 1 1 1 7
# expect: SyntaxError | 'x = a if b' | "expected 'else' after 'if' expression" | 1 5 1 11
# expect: SyntaxError | 'if b else c' | 'invalid syntax' | 1 6 1 10
# expect: SyntaxError | 'a if b: c' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'a if else c' | 'invalid syntax' | 1 6 1 10
# expect: SyntaxError | 'a if b else pass' | "expected expression after 'else', but statement is given" | 1 13 1 17
# expect: SyntaxError | 'pass if x else y' | "expected expression before 'if', but statement is given" | 1 1 1 5
# expect: SyntaxError | 'x = 1 if y else return 2' | "expected expression after 'else', but statement is given" | 1 17 1 23
# expect: SyntaxError | '(a if b)' | "expected 'else' after 'if' expression" | 1 2 1 8
# expect: SyntaxError | '[a if b for x in y]' | "expected 'else' after 'if' expression" | 1 2 1 8
# expect: SyntaxError | 'f(a if b)' | "expected 'else' after 'if' expression" | 1 3 1 9
# expect: SyntaxError | 'a if b elif c' | "expected 'else' after 'if' expression" | 1 1 1 7
# expect: SyntaxError | 'x = a if b else c d' | 'invalid syntax' | 1 19 1 20
# expect: SyntaxError | 'return 1 if x' | "expected 'else' after 'if' expression" | 1 8 1 14
# expect: SyntaxError | 'break if x else y' | "expected expression before 'if', but statement is given" | 1 1 1 6
# expect: SyntaxError | 'x = continue if 1 else 2' | "expected expression before 'if', but statement is given" | 1 5 1 13
