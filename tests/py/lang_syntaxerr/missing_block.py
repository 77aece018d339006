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
    'if x:\n',
    'if x:\npass',
    'while 1:\nx',
    'for i in x:\npass',
    'def f():\nx = 1',
    'class C:\nx',
    'try:\npass',
    'with x:\npass',
    'if x:\n pass\nelse:\npass',
    'try:\n pass\nexcept:\npass',
    'try:\n pass\nfinally:\npass',
    'if x:\n pass\nelif y:\npass',
    'async def f():\npass',
    'match x:\ncase 1: pass',
    'match x:\n case 1:\n pass',
    'def f():\n',
    'class C:',
    'for x in y:\n pass\nelse:\nz',
]:
    check(src)

# expect: IndentationError | 'if x:\n' | "expected an indented block after 'if' statement on line 1" | 1 6 1 -1
# expect: IndentationError | 'if x:\npass' | "expected an indented block after 'if' statement on line 1" | 2 1 2 5
# expect: IndentationError | 'while 1:\nx' | "expected an indented block after 'while' statement on line 1" | 2 1 2 2
# expect: IndentationError | 'for i in x:\npass' | "expected an indented block after 'for' statement on line 1" | 2 1 2 5
# expect: IndentationError | 'def f():\nx = 1' | 'expected an indented block after function definition on line 1' | 2 1 2 2
# expect: IndentationError | 'class C:\nx' | 'expected an indented block after class definition on line 1' | 2 1 2 2
# expect: IndentationError | 'try:\npass' | "expected an indented block after 'try' statement on line 1" | 2 1 2 5
# expect: IndentationError | 'with x:\npass' | "expected an indented block after 'with' statement on line 1" | 2 1 2 5
# expect: IndentationError | 'if x:\n pass\nelse:\npass' | "expected an indented block after 'else' statement on line 3" | 4 1 4 5
# expect: IndentationError | 'try:\n pass\nexcept:\npass' | "expected an indented block after 'except' statement on line 3" | 4 1 4 5
# expect: IndentationError | 'try:\n pass\nfinally:\npass' | "expected an indented block after 'finally' statement on line 3" | 4 1 4 5
# expect: IndentationError | 'if x:\n pass\nelif y:\npass' | "expected an indented block after 'elif' statement on line 3" | 4 1 4 5
# expect: IndentationError | 'async def f():\npass' | 'expected an indented block after function definition on line 1' | 2 1 2 5
# expect: IndentationError | 'match x:\ncase 1: pass' | "expected an indented block after 'match' statement on line 1" | 2 1 2 5
# expect: IndentationError | 'match x:\n case 1:\n pass' | "expected an indented block after 'case' statement on line 2" | 3 2 3 6
# expect: IndentationError | 'def f():\n' | 'expected an indented block after function definition on line 1' | 1 9 1 -1
# expect: IndentationError | 'class C:' | 'expected an indented block after class definition on line 1' | 1 9 1 -1
# expect: IndentationError | 'for x in y:\n pass\nelse:\nz' | "expected an indented block after 'else' statement on line 3" | 4 1 4 2
