def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

e = SyntaxError('msg', ('f.py', 3, 5, 'text line\n', 3, 8))
t(lambda: e.msg)
t(lambda: e.filename)
t(lambda: e.lineno)
t(lambda: e.offset)
t(lambda: e.text)
t(lambda: e.end_lineno)
t(lambda: e.end_offset)
t(lambda: e.print_file_and_line)
t(lambda: str(e))
t(lambda: e.args)
t(lambda: str(SyntaxError()))
t(lambda: str(SyntaxError('m')))
t(lambda: SyntaxError('m').lineno)
t(lambda: SyntaxError().msg)
t(lambda: repr(SyntaxError('m')))
t(lambda: SyntaxError('m', ('f', 1, 2, 't')).end_lineno)
t(lambda: str(SyntaxError('m', (None, 1, 2, 't'))))
t(lambda: str(SyntaxError('m', ('/a/b.py', 7, 2, 't'))))
t(lambda: SyntaxError('m', 5))
t(lambda: SyntaxError('m', (1, 2)))
t(lambda: SyntaxError('m', ('f', 1, 2, 't', 3)))
t(lambda: issubclass(IndentationError, SyntaxError))
t(lambda: TabError.__mro__[1].__name__)
try: compile('x = = 1', 'file.py', 'exec')
except SyntaxError as e: print(e, e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)
try: compile('if 1:\nx', 'f', 'exec')
except IndentationError as e: print(type(e).__name__, e.msg, e.lineno, repr(e.text))
try: compile('if 1:\n\tx\n        y', 'f', 'exec')
except TabError as e: print(type(e).__name__, e.msg, e.lineno)

# expect: 'msg'
# expect: 'f.py'
# expect: 3
# expect: 5
# expect: 'text line\n'
# expect: 3
# expect: 8
# expect: None
# expect: 'msg (f.py, line 3)'
# expect: ('msg', ('f.py', 3, 5, 'text line\n', 3, 8))
# expect: 'None'
# expect: 'm'
# expect: None
# expect: None
# expect: "SyntaxError('m')"
# expect: None
# expect: 'm (line 1)'
# expect: 'm (b.py, line 7)'
# expect: TypeError 'int' object is not iterable
# expect: TypeError function takes at least 4 arguments (2 given)
# expect: TypeError end_offset must be provided when end_lineno is provided
# expect: True
# expect: 'IndentationError'
# expect: invalid syntax (file.py, line 1) file.py 1 5 'x = = 1\n' 1 6
# expect: IndentationError expected an indented block after 'if' statement on line 1 2 'x\n'
# expect: TabError inconsistent use of tabs and spaces in indentation 3
