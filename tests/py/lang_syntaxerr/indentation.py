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
    ' x = 1',
    'x = 1\n  y = 2',
    'if 1:\n  a\n b',
    'if 1:\n    a\n   b',
    'def f():\n\tx\n        y',
    'if 1:\n\ta\n    b',
    'if 1:\n a\n  b',
    '  if x: pass\n',
    'for i in x:\n  a\n    b\n',
    'class C:\n  def f(): pass\n def g(): pass',
]:
    check(src)

# expect: IndentationError | ' x = 1' | 'unexpected indent' | 1 1 1 -1
# expect: IndentationError | 'x = 1\n  y = 2' | 'unexpected indent' | 2 2 2 -1
# expect: IndentationError | 'if 1:\n  a\n b' | 'unindent does not match any outer indentation level' | 3 3 3 -1
# expect: IndentationError | 'if 1:\n    a\n   b' | 'unindent does not match any outer indentation level' | 3 5 3 -1
# expect: TabError | 'def f():\n\tx\n        y' | 'inconsistent use of tabs and spaces in indentation' | 3 1 3 0
# expect: IndentationError | 'if 1:\n\ta\n    b' | 'unindent does not match any outer indentation level' | 3 6 3 -1
# expect: IndentationError | 'if 1:\n a\n  b' | 'unexpected indent' | 3 2 3 -1
# expect: IndentationError | '  if x: pass\n' | 'unexpected indent' | 1 2 1 -1
# expect: IndentationError | 'for i in x:\n  a\n    b\n' | 'unexpected indent' | 3 4 3 -1
# expect: IndentationError | 'class C:\n  def f(): pass\n def g(): pass' | 'unindent does not match any outer indentation level' | 3 15 3 -1
