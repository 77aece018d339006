def check(src, mode='eval'):
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
    'x = 1',
    '',
    '1 +',
    '1; 2',
    'pass',
    '1\n2',
    'import x',
    'x if',
    'lambda',
    '(',
    'return 1',
    'yield',
    '1 2',
    'def f(): pass',
    'del x',
    'x := 1',
    '*a',
    'a,',
    'a b',
    'for x in y: pass',
    '# only comment',
    '\n\n',
    'print 1',
]:
    check(src)

# expect: SyntaxError | 'x = 1' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | '' | 'invalid syntax' | 0 0 0 0
# expect: SyntaxError | '1 +' | 'invalid syntax' | 1 0 1 0
# expect: SyntaxError | '1; 2' | 'invalid syntax' | 1 2 1 3
# expect: SyntaxError | 'pass' | 'invalid syntax' | 1 1 1 5
# expect: SyntaxError | '1\n2' | 'invalid syntax' | 2 1 2 2
# expect: SyntaxError | 'import x' | 'invalid syntax' | 1 1 1 7
# expect: SyntaxError | 'x if' | 'invalid syntax' | 1 0 1 0
# expect: SyntaxError | 'lambda' | 'invalid syntax' | 1 0 1 0
# expect: SyntaxError | '(' | "'(' was never closed" | 1 1 1 0
# expect: SyntaxError | 'return 1' | 'invalid syntax' | 1 1 1 7
# expect: SyntaxError | 'yield' | 'invalid syntax' | 1 1 1 6
# expect: SyntaxError | '1 2' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'def f(): pass' | 'invalid syntax' | 1 1 1 4
# expect: SyntaxError | 'del x' | 'invalid syntax' | 1 1 1 4
# expect: SyntaxError | 'x := 1' | 'invalid syntax' | 1 3 1 5
# expect: SyntaxError | '*a' | 'invalid syntax' | 1 1 1 2
# expect: ok 'a,'
# expect: SyntaxError | 'a b' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'for x in y: pass' | 'invalid syntax' | 1 1 1 4
# expect: SyntaxError | '# only comment' | 'invalid syntax' | 1 0 1 0
# expect: SyntaxError | '\n\n' | 'invalid syntax' | 2 0 2 0
# expect: SyntaxError | 'print 1' | "Missing parentheses in call to 'print'. Did you mean print(...)?" | 1 1 1 8
