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
    'if',
    'if:',
    'if x',
    'while',
    'while:',
    'for',
    'assert',
    'assert x,',
    'pass pass',
    'x = ',
    '= x',
    'x =',
    'x y z',
    'x; y z',
    ';',
    'x;;',
    '; x',
    'x = 1,, 2',
    'if x: if y: pass',
    'if x: for y in z: pass',
    'else: pass',
    'x = if y: 1',
    'return = 1',
    'x: int: str',
    'x: ',
    'x: int = ',
    '(x, y): int',
    '[x]: int = 1',
    'f(): int',
    'x, y: int',
    '1: int',
    '(x): int',
    'x.y: int = 1 2',
    'with x: y z',
    'x = (yield)=1',
    'nonlocal',
    'print(1) print(2)',
    'a = b c = d',
]:
    check(src)

# expect: SyntaxError | 'if' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'if:' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'if x' | "expected ':'" | 1 5 1 6
# expect: SyntaxError | 'while' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'while:' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | 'for' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'assert' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'assert x,' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'pass pass' | 'invalid syntax' | 1 6 1 10
# expect: SyntaxError | 'x = ' | 'invalid syntax' | 1 5 1 6
# expect: SyntaxError | '= x' | 'invalid syntax' | 1 1 1 2
# expect: SyntaxError | 'x =' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'x y z' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | 'x; y z' | 'invalid syntax' | 1 6 1 7
# expect: SyntaxError | ';' | 'invalid syntax' | 1 1 1 2
# expect: SyntaxError | 'x;;' | 'invalid syntax' | 1 3 1 4
# expect: SyntaxError | '; x' | 'invalid syntax' | 1 1 1 2
# expect: SyntaxError | 'x = 1,, 2' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'if x: if y: pass' | 'invalid syntax' | 1 7 1 9
# expect: SyntaxError | 'if x: for y in z: pass' | 'invalid syntax' | 1 7 1 10
# expect: SyntaxError | 'else: pass' | 'invalid syntax' | 1 1 1 5
# expect: SyntaxError | 'x = if y: 1' | 'invalid syntax' | 1 5 1 7
# expect: SyntaxError | 'return = 1' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'x: int: str' | 'invalid syntax' | 1 7 1 8
# expect: SyntaxError | 'x: ' | 'invalid syntax' | 1 4 1 5
# expect: SyntaxError | 'x: int = ' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | '(x, y): int' | 'only single target (not tuple) can be annotated' | 1 1 1 7
# expect: SyntaxError | '[x]: int = 1' | 'only single target (not list) can be annotated' | 1 1 1 4
# expect: SyntaxError | 'f(): int' | 'illegal target for annotation' | 1 1 1 4
# expect: SyntaxError | 'x, y: int' | 'only single target (not tuple) can be annotated' | 1 1 1 2
# expect: SyntaxError | '1: int' | 'illegal target for annotation' | 1 1 1 2
# expect: ok '(x): int'
# expect: SyntaxError | 'x.y: int = 1 2' | 'invalid syntax' | 1 14 1 15
# expect: SyntaxError | 'with x: y z' | 'invalid syntax' | 1 11 1 12
# expect: SyntaxError | 'x = (yield)=1' | 'cannot assign to yield expression' | 1 6 1 11
# expect: SyntaxError | 'nonlocal' | 'invalid syntax' | 1 9 1 10
# expect: SyntaxError | 'print(1) print(2)' | 'invalid syntax' | 1 10 1 15
# expect: SyntaxError | 'a = b c = d' | 'invalid syntax' | 1 7 1 8
