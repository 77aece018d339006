import os, subprocess, sys, tempfile
environment = {k: v for k, v in os.environ.items() if not k.startswith('PYTHON')}
def run(name, files, command=('main.py',), stdin=''):
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        for path, text in files.items():
            path = os.path.join(folder, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w') as f: f.write(text)
        r = subprocess.run([sys.executable, *command], cwd=folder, env=environment, input=stdin, capture_output=True, text=True)
    print('==', name, r.returncode)
    print((r.stdout + r.stderr).replace(folder, 'FOLDER').replace(sys.executable, 'EXE').rstrip())
run('syntax', {'main.py': '''print("never")
def f(:
    pass
'''})
run('syntax2', {'main.py': '''x = 5
if x = 5:
    print(x)
'''})
run('indent', {'main.py': '''def f():
    x = 1
      y = 2
'''})
run('indent2', {'main.py': '''def f():
print(1)
'''})
run('tab', {'main.py': '''if True:
	x = 1
        y = 2
'''})
run('unterminated', {'main.py': '''s = "abc
print(s)
'''})
run('triple', {'main.py': '''s = """abc
def
'''})
run('paren', {'main.py': '''x = (1, 2
y = 3
'''})
run('bracket_mismatch', {'main.py': '''x = [1, 2)
'''})
run('import_syntax_in_module', {'main.py': '''import bad
''', 'bad.py': '''x = 1
def f(
y = 2
'''})
run('eval', {'main.py': '''x = eval("1 +")
'''})
run('exec_str', {'main.py': r'''exec("a = 1\nb = a +\n")
'''})
run('future_err', {'main.py': '''import os
from __future__ import annotations
'''})
run('import', {'main.py': '''import nosuchmodule
'''})
run('import_sub', {'main.py': '''import os.path.zzz
'''})
run('attr', {'main.py': '''class Point:
    def __init__(self): self.length = 1
Point().lenght
'''})
run('name', {'main.py': '''def f():
    counter = 1
    return conter
f()
'''})
run('name_builtin', {'main.py': '''pritn("x")
'''})
run('name_self', {'main.py': '''class A:
    def __init__(self): self.value = 1
    def f(self): return value
A().f()
'''})
run('unbound', {'main.py': '''def f():
    print(x)
    x = 1
f()
'''})
run('abstract', {'main.py': '''from abc import ABC, abstractmethod
class S(ABC):
    @abstractmethod
    def area(self): ...
    @abstractmethod
    def name(self): ...
S()
'''})

# expect: == syntax 1
# expect:   File "FOLDER/main.py", line 2
# expect:     def f(:
# expect:           ^
# expect: SyntaxError: invalid syntax
# expect: == syntax2 1
# expect:   File "FOLDER/main.py", line 2
# expect:     if x = 5:
# expect:        ^^^^^
# expect: SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# expect: == indent 1
# expect:   File "FOLDER/main.py", line 3
# expect:     y = 2
# expect: IndentationError: unexpected indent
# expect: == indent2 1
# expect:   File "FOLDER/main.py", line 2
# expect:     print(1)
# expect:     ^^^^^
# expect: IndentationError: expected an indented block after function definition on line 1
# expect: == tab 1
# expect:   File "FOLDER/main.py", line 3
# expect:     y = 2
# expect: TabError: inconsistent use of tabs and spaces in indentation
# expect: == unterminated 1
# expect:   File "FOLDER/main.py", line 1
# expect:     s = "abc
# expect:         ^
# expect: SyntaxError: unterminated string literal (detected at line 1)
# expect: == triple 1
# expect:   File "FOLDER/main.py", line 1
# expect:     s = """abc
# expect:         ^
# expect: SyntaxError: unterminated triple-quoted string literal (detected at line 2)
# expect: == paren 1
# expect:   File "FOLDER/main.py", line 1
# expect:     x = (1, 2
# expect:         ^
# expect: SyntaxError: '(' was never closed
# expect: == bracket_mismatch 1
# expect:   File "FOLDER/main.py", line 1
# expect:     x = [1, 2)
# expect:              ^
# expect: SyntaxError: closing parenthesis ')' does not match opening parenthesis '['
# expect: == import_syntax_in_module 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     import bad
# expect:   File "FOLDER/bad.py", line 2
# expect:     def f(
# expect:          ^
# expect: SyntaxError: '(' was never closed
# expect: == eval 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     x = eval("1 +")
# expect:   File "<string>", line 1
# expect:     1 +
# expect: SyntaxError: invalid syntax
# expect: == exec_str 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     exec("a = 1\nb = a +\n")
# expect:     ~~~~^^^^^^^^^^^^^^^^^^^^
# expect:   File "<string>", line 2
# expect:     b = a +
# expect:            ^
# expect: SyntaxError: invalid syntax
# expect: == future_err 1
# expect:   File "FOLDER/main.py", line 2
# expect:     from __future__ import annotations
# expect:     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: SyntaxError: from __future__ imports must occur at the beginning of the file
# expect: == import 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     import nosuchmodule
# expect: ModuleNotFoundError: No module named 'nosuchmodule'
# expect: == import_sub 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     import os.path.zzz
# expect: ModuleNotFoundError: No module named 'os.path.zzz'; 'os.path' is not a package
# expect: == attr 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 3, in <module>
# expect:     Point().lenght
# expect: AttributeError: 'Point' object has no attribute 'lenght'. Did you mean: 'length'?
# expect: == name 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     f()
# expect:     ~^^
# expect:   File "FOLDER/main.py", line 3, in f
# expect:     return conter
# expect:            ^^^^^^
# expect: NameError: name 'conter' is not defined. Did you mean: 'counter'?
# expect: == name_builtin 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     pritn("x")
# expect:     ^^^^^
# expect: NameError: name 'pritn' is not defined. Did you mean: 'print'?
# expect: == name_self 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     A().f()
# expect:     ~~~~~^^
# expect:   File "FOLDER/main.py", line 3, in f
# expect:     def f(self): return value
# expect:                         ^^^^^
# expect: NameError: name 'value' is not defined. Did you mean: 'self.value'?
# expect: == unbound 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     f()
# expect:     ~^^
# expect:   File "FOLDER/main.py", line 2, in f
# expect:     print(x)
# expect:           ^
# expect: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
# expect: == abstract 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 7, in <module>
# expect:     S()
# expect:     ~^^
# expect: TypeError: Can't instantiate abstract class S without an implementation for abstract methods 'area', 'name'
