# The line that a SyntaxError shows: whether it has its end depends on how far the source was read.
for s in ['x = [1, 2\ny = 3\n', 'f(a b)\n', 'f(a\nb c)\nd', 'if 1:\n  x\n y', 'if 1:\n\tx\n        y', 'a \\ b', '(a\\\n+ b c)', '\\', 'a \\',
          'def f(x):\n    y = (x,\n    return y\n', 'd = {"a": 1\n     "b": 2}\n', 'print("a"\nprint("b")', 'x = (1,\n2,\n3]', 'x = 5 5\ny',
          'def f[x y](): pass', 'def f[1](): pass', 'def f[*](): pass', 'def f[T=](): pass', 'async def f[if](): pass', 'def f[T] x: pass',
          '{"a": 1, "b" 2}', '{1: 2, f(a b)}', '{1: 2, (a b): 3}', '{1: 2, 3: 4 5}', 'x = {\n "a": 1,\n "b" 2,\n "c": 3\n}', '{1: 2, a if b else c d}']:
    try:
        compile(s, '<t>', 'exec')
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
try:
    compile('x', 'a\0b', 'exec')
except ValueError as e:
    print(e)

# expect: SyntaxError '[' was never closed 1 5 1 0 'x = [1, 2'
# expect: SyntaxError invalid syntax. Perhaps you forgot a comma? 1 3 1 6 'f(a b)\n'
# expect: SyntaxError invalid syntax. Perhaps you forgot a comma? 1 3 2 2 'f(a'
# expect: IndentationError unindent does not match any outer indentation level 3 3 3 -1 ' y\n'
# expect: TabError inconsistent use of tabs and spaces in indentation 3 1 3 0 '        y\n'
# expect: SyntaxError unexpected character after line continuation character 1 4 1 0 'a \\ b\n'
# expect: SyntaxError invalid syntax. Perhaps you forgot a comma? 1 2 2 4 '(a\\'
# expect: SyntaxError unexpected EOF while parsing 1 2 1 -1 '\\\n'
# expect: SyntaxError unexpected EOF while parsing 1 4 1 -1 'a \\\n'
# expect: SyntaxError '(' was never closed 2 9 2 0 '    y = (x,'
# expect: SyntaxError invalid syntax. Perhaps you forgot a comma? 1 11 2 9 'd = {"a": 1'
# expect: SyntaxError '(' was never closed 1 6 1 0 'print("a"'
# expect: SyntaxError closing parenthesis ']' does not match opening parenthesis '(' on line 1 3 2 3 2 '3]'
# expect: SyntaxError invalid syntax 1 7 1 8 'x = 5 5\n'
# expect: SyntaxError expected '(' 1 6 1 7 'def f[x y](): pass\n'
# expect: SyntaxError expected '(' 1 6 1 7 'def f[1](): pass\n'
# expect: SyntaxError expected '(' 1 6 1 7 'def f[*](): pass\n'
# expect: SyntaxError expected '(' 1 6 1 7 'def f[T=](): pass\n'
# expect: SyntaxError expected '(' 1 12 1 13 'async def f[if](): pass\n'
# expect: SyntaxError expected '(' 1 10 1 11 'def f[T] x: pass\n'
# expect: SyntaxError ':' expected after dictionary key 1 12 1 0 '{"a": 1, "b" 2}\n'
# expect: SyntaxError ':' expected after dictionary key 1 8 1 0 '{1: 2, f(a b)}\n'
# expect: SyntaxError invalid syntax. Perhaps you forgot a comma? 1 9 1 12 '{1: 2, (a b): 3}\n'
# expect: SyntaxError invalid syntax. Perhaps you forgot a comma? 1 11 1 14 '{1: 2, 3: 4 5}\n'
# expect: SyntaxError ':' expected after dictionary key 3 4 3 0 ' "b" 2,\n'
# expect: SyntaxError ':' expected after dictionary key 1 20 1 0 '{1: 2, a if b else c d}\n'
# expect: embedded null character
