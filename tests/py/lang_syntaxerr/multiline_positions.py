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
    'x = 1\ny = 2\nz = = 3\n',
    '(\n1\n2\n)',
    '[\n  1,\n  2\n  3\n]',
    'f(\n a,\n b c\n)',
    'def f():\n    x = 1\n    y = (2\n    z = 3\n',
    'if a:\n  b\nelif c:\n  d =\n',
    'x = """a\nb\nc""" d',
    '# c\n\n\nx y',
    'x = 1 \\\n + + \\\n *',
    '{\n "a": 1\n "b": 2\n}',
    'foo(1,\n    2,\n    x for x in y,\n    3)',
    '"a\n',
    'class A:\n  def f(self):\n    return 1 +\n',
    'a = [\n1,\n2,\n',
]:
    check(src)

# expect: SyntaxError | 'x = 1\ny = 2\nz = = 3\n' | 'invalid syntax' | 3 5 3 6
# expect: SyntaxError | '(\n1\n2\n)' | 'invalid syntax. Perhaps you forgot a comma?' | 2 1 3 2
# expect: SyntaxError | '[\n  1,\n  2\n  3\n]' | 'invalid syntax. Perhaps you forgot a comma?' | 3 3 4 4
# expect: SyntaxError | 'f(\n a,\n b c\n)' | 'invalid syntax. Perhaps you forgot a comma?' | 3 2 3 5
# expect: SyntaxError | 'def f():\n    x = 1\n    y = (2\n    z = 3\n' | "'(' was never closed" | 3 9 3 0
# expect: SyntaxError | 'if a:\n  b\nelif c:\n  d =\n' | 'invalid syntax' | 4 6 4 7
# expect: SyntaxError | 'x = """a\nb\nc""" d' | 'invalid syntax' | 3 6 3 7
# expect: SyntaxError | '# c\n\n\nx y' | 'invalid syntax' | 4 3 4 4
# expect: SyntaxError | 'x = 1 \\\n + + \\\n *' | 'invalid syntax' | 3 2 3 3
# expect: SyntaxError | '{\n "a": 1\n "b": 2\n}' | 'invalid syntax. Perhaps you forgot a comma?' | 2 7 3 5
# expect: SyntaxError | 'foo(1,\n    2,\n    x for x in y,\n    3)' | 'Generator expression must be parenthesized' | 3 5 3 17
# expect: SyntaxError | '"a\n' | 'unterminated string literal (detected at line 1)' | 1 1 1 1
# expect: SyntaxError | 'class A:\n  def f(self):\n    return 1 +\n' | 'invalid syntax' | 3 15 3 16
# expect: SyntaxError | 'a = [\n1,\n2,\n' | "'[' was never closed" | 1 5 1 0
