import sys
exec(compile('5', 's', 'single'))
exec(compile('None', 's', 'single'))
exec(compile('x = 3; x; x + 1', 's', 'single'))
exec(compile('for i in range(2): i\n', 's', 'single'))
import builtins
print(builtins._)
old = sys.displayhook
sys.displayhook = lambda v: print('hook', repr(v))
exec(compile('"s"', 's', 'single'))
sys.displayhook = old
exec(compile('"s"', 's', 'single'))
try: compile('1\n2\n', 's', 'single')
except SyntaxError as e: print(e.msg)

# expect: 5
# expect: 3
# expect: 4
# expect: 0
# expect: 1
# expect: 1
# expect: hook 's'
# expect: 's'
# expect: multiple statements found while compiling a single statement
