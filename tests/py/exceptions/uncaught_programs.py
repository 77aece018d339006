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
run('simple', {'main.py': '''def f(x):
    return 1 / x
def g():
    return f(0)
g()
'''})
run('chain_cause', {'main.py': '''class AppError(Exception):
    """app"""
def load(name):
    try:
        return {}[name]
    except KeyError as e:
        raise AppError(f"cannot load {name!r}") from e
def main():
    try:
        load("cfg")
    except AppError:
        raise RuntimeError("startup failed")
main()
'''})
run('from_none', {'main.py': '''try:
    int("x")
except ValueError:
    raise TypeError("bad") from None
'''})
run('notes', {'main.py': r'''e = ValueError("multi\nline")
e.add_note("note one")
e.add_note("note two\nsecond line")
raise e
'''})
run('group', {'main.py': '''def f(n):
    raise ValueError(n)
errs = []
for i in range(3):
    try:
        f(i)
    except ValueError as e:
        errs.append(e)
raise ExceptionGroup("many", errs + [ExceptionGroup("inner", [TypeError("t"), OSError(2, "No such file", "x")])])
'''})
run('group_cause', {'main.py': '''try:
    raise ExceptionGroup("a", [KeyError("k"), ValueError()])
except* KeyError:
    raise RuntimeError("in except*")
'''})
run('group_partial', {'main.py': '''try:
    raise ExceptionGroup("a", [KeyError("k"), ValueError("v"), ExceptionGroup("b", [KeyError("z"), TypeError("t")])])
except* KeyError as eg:
    print(eg.exceptions)
'''})
run('sysexit_str', {'main.py': '''import sys
sys.exit("fatal: cannot continue")
'''})
run('sysexit_tuple', {'main.py': '''import sys
sys.exit((1, 2))
'''})
run('sysexit_big', {'main.py': '''import sys
sys.exit(1000)
'''})
run('sysexit_neg', {'main.py': '''import sys
sys.exit(-1)
'''})
run('sysexit_float', {'main.py': '''import sys
sys.exit(1.5)
'''})
run('sysexit_bool', {'main.py': '''import sys
sys.exit(True)
'''})
run('sysexit_exc', {'main.py': '''import sys
sys.exit(ValueError("ouch"))
'''})
run('kbd_msg', {'main.py': '''def f():
    raise KeyboardInterrupt("stop it")
f()
'''})
run('recursion', {'main.py': '''def f(n):
    return f(n + 1)
f(0)
'''})
run('repeat', {'main.py': '''def f(n):
    if n == 0: raise ValueError("deep")
    f(n - 1)
f(10)
'''})
run('mutual', {'main.py': '''def a(n):
    if n <= 0:
        raise ValueError("x")
    b(n - 1)
def b(n):
    a(n - 1)
a(8)
'''})
run('multiline_call', {'main.py': '''def f(*a, **k):
    raise ValueError("x")
f(
    1,
    2,
    a=3,
)
'''})
run('multiline_expr', {'main.py': '''a = 1
b = 0
c = (a +
     a / b +
     a)
'''})
run('chain_call', {'main.py': '''class A:
    def x(self): return self
    def y(self): return None
A().x().y().z()
'''})
run('subscript', {'main.py': '''d = {"a": {"b": None}}
print(d["a"]["b"]["c"])
'''})
run('comp', {'main.py': '''[1 / x for x in [1, 0]]
'''})
run('gen', {'main.py': '''def g():
    yield 1
    raise RuntimeError("in gen")
for v in g():
    print(v)
'''})
run('stopiter', {'main.py': '''def g():
    yield 1
    raise StopIteration
list(g())
'''})
run('with', {'main.py': '''class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        print("exit", a[0].__name__)
        raise TypeError("from exit")
with CM():
    raise ValueError("body")
'''})
run('finally', {'main.py': '''try:
    raise ValueError("one")
finally:
    raise TypeError("two")
'''})
run('str_fails', {'main.py': '''class E(Exception):
    def __str__(self): raise ValueError("no str")
raise E("x")
'''})
run('repr_args', {'main.py': '''class E(Exception): pass
raise E("a", 1, [2])
'''})
run('module_exc', {'main.py': '''import errs
raise errs.Custom("boo")
''', 'errs.py': '''class Custom(Exception):
    pass
'''})
run('notexc', {'main.py': '''raise 5
'''})
run('cause_bad', {'main.py': '''raise ValueError("x") from 5
'''})
run('assert', {'main.py': '''x = 3
assert x == 4, f"x is {x}"
'''})
run('unicode_line', {'main.py': '''π = 3; 变量 = 0
x = "日本語" + str(π / 变量)
'''})
run('tabs_line', {'main.py': '''def f():
	x = 1; y = x / 0
f()
'''})
run('cyclic', {'main.py': '''try:
    try: 1/0
    except ZeroDivisionError as e:
        raise ValueError from e
except ValueError as v:
    v.__cause__.__context__ = v
    raise
'''})
run('tb_with_traceback', {'main.py': '''import sys
try:
    1/0
except ZeroDivisionError as e:
    tb = e.__traceback__
raise ValueError("moved").with_traceback(tb)
'''})
run('exec', {'main.py': r'''src = "def f():\n    return 1/0\nf()\n"
exec(compile(src, "<dynamic>", "exec"))
'''})
run('decorator', {'main.py': '''def deco(f):
    def w(*a):
        return f(*a)
    return w
@deco
def g(a):
    raise ValueError(a)
g("v")
'''})
run('exechook', {'main.py': '''import sys
def hook(t, v, tb):
    print("hook", t.__name__, v)
sys.excepthook = hook
1 / 0
'''})
run('hook_fails', {'main.py': '''import sys
def hook(t, v, tb):
    raise TypeError("hook broken")
sys.excepthook = hook
1 / 0
'''})

# expect: == simple 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 5, in <module>
# expect:     g()
# expect:     ~^^
# expect:   File "FOLDER/main.py", line 4, in g
# expect:     return f(0)
# expect:   File "FOLDER/main.py", line 2, in f
# expect:     return 1 / x
# expect:            ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: == chain_cause 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 5, in load
# expect:     return {}[name]
# expect:            ~~^^^^^^
# expect: KeyError: 'cfg'
# expect:
# expect: The above exception was the direct cause of the following exception:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 10, in main
# expect:     load("cfg")
# expect:     ~~~~^^^^^^^
# expect:   File "FOLDER/main.py", line 7, in load
# expect:     raise AppError(f"cannot load {name!r}") from e
# expect: AppError: cannot load 'cfg'
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 13, in <module>
# expect:     main()
# expect:     ~~~~^^
# expect:   File "FOLDER/main.py", line 12, in main
# expect:     raise RuntimeError("startup failed")
# expect: RuntimeError: startup failed
# expect: == from_none 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     raise TypeError("bad") from None
# expect: TypeError: bad
# expect: == notes 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     raise e
# expect: ValueError: multi
# expect: line
# expect: note one
# expect: note two
# expect: second line
# expect: == group 1
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File "FOLDER/main.py", line 9, in <module>
# expect:   |     raise ExceptionGroup("many", errs + [ExceptionGroup("inner", [TypeError("t"), OSError(2, "No such file", "x")])])
# expect:   | ExceptionGroup: many (4 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | Traceback (most recent call last):
# expect:     |   File "FOLDER/main.py", line 6, in <module>
# expect:     |     f(i)
# expect:     |     ~^^^
# expect:     |   File "FOLDER/main.py", line 2, in f
# expect:     |     raise ValueError(n)
# expect:     | ValueError: 0
# expect:     +---------------- 2 ----------------
# expect:     | Traceback (most recent call last):
# expect:     |   File "FOLDER/main.py", line 6, in <module>
# expect:     |     f(i)
# expect:     |     ~^^^
# expect:     |   File "FOLDER/main.py", line 2, in f
# expect:     |     raise ValueError(n)
# expect:     | ValueError: 1
# expect:     +---------------- 3 ----------------
# expect:     | Traceback (most recent call last):
# expect:     |   File "FOLDER/main.py", line 6, in <module>
# expect:     |     f(i)
# expect:     |     ~^^^
# expect:     |   File "FOLDER/main.py", line 2, in f
# expect:     |     raise ValueError(n)
# expect:     | ValueError: 2
# expect:     +---------------- 4 ----------------
# expect:     | ExceptionGroup: inner (2 sub-exceptions)
# expect:     +-+---------------- 1 ----------------
# expect:       | TypeError: t
# expect:       +---------------- 2 ----------------
# expect:       | FileNotFoundError: [Errno 2] No such file: 'x'
# expect:       +------------------------------------
# expect: == group_cause 1
# expect:   | ExceptionGroup:  (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | Exception Group Traceback (most recent call last):
# expect:     |   File "FOLDER/main.py", line 2, in <module>
# expect:     |     raise ExceptionGroup("a", [KeyError("k"), ValueError()])
# expect:     | ExceptionGroup: a (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | KeyError: 'k'
# expect:       +------------------------------------
# expect:     | 
# expect:     | During handling of the above exception, another exception occurred:
# expect:     | 
# expect:     | Traceback (most recent call last):
# expect:     |   File "FOLDER/main.py", line 4, in <module>
# expect:     |     raise RuntimeError("in except*")
# expect:     | RuntimeError: in except*
# expect:     +---------------- 2 ----------------
# expect:     | Exception Group Traceback (most recent call last):
# expect:     |   File "FOLDER/main.py", line 2, in <module>
# expect:     |     raise ExceptionGroup("a", [KeyError("k"), ValueError()])
# expect:     | ExceptionGroup: a (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | ValueError
# expect:       +------------------------------------
# expect: == group_partial 1
# expect: (KeyError('k'), ExceptionGroup('b', [KeyError('z')]))
# expect:   + Exception Group Traceback (most recent call last):
# expect:   |   File "FOLDER/main.py", line 2, in <module>
# expect:   |     raise ExceptionGroup("a", [KeyError("k"), ValueError("v"), ExceptionGroup("b", [KeyError("z"), TypeError("t")])])
# expect:   | ExceptionGroup: a (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: v
# expect:     +---------------- 2 ----------------
# expect:     | ExceptionGroup: b (1 sub-exception)
# expect:     +-+---------------- 1 ----------------
# expect:       | TypeError: t
# expect:       +------------------------------------
# expect: == sysexit_str 1
# expect: fatal: cannot continue
# expect: == sysexit_tuple 1
# expect: (1, 2)
# expect: == sysexit_big 232
# expect:
# expect: == sysexit_neg 255
# expect:
# expect: == sysexit_float 1
# expect: 1.5
# expect: == sysexit_bool 1
# expect:
# expect: == sysexit_exc 1
# expect: ouch
# expect: == kbd_msg -2
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 3, in <module>
# expect:     f()
# expect:     ~^^
# expect:   File "FOLDER/main.py", line 2, in f
# expect:     raise KeyboardInterrupt("stop it")
# expect: KeyboardInterrupt: stop it
# expect: == recursion 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 3, in <module>
# expect:     f(0)
# expect:     ~^^^
# expect:   File "FOLDER/main.py", line 2, in f
# expect:     return f(n + 1)
# expect:   File "FOLDER/main.py", line 2, in f
# expect:     return f(n + 1)
# expect:   File "FOLDER/main.py", line 2, in f
# expect:     return f(n + 1)
# expect:   [Previous line repeated 996 more times]
# expect: RecursionError: maximum recursion depth exceeded
# expect: == repeat 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     f(10)
# expect:     ~^^^^
# expect:   File "FOLDER/main.py", line 3, in f
# expect:     f(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 3, in f
# expect:     f(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 3, in f
# expect:     f(n - 1)
# expect:     ~^^^^^^^
# expect:   [Previous line repeated 7 more times]
# expect:   File "FOLDER/main.py", line 2, in f
# expect:     if n == 0: raise ValueError("deep")
# expect:                ^^^^^^^^^^^^^^^^^^^^^^^^
# expect: ValueError: deep
# expect: == mutual 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 7, in <module>
# expect:     a(8)
# expect:     ~^^^
# expect:   File "FOLDER/main.py", line 4, in a
# expect:     b(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 6, in b
# expect:     a(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 4, in a
# expect:     b(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 6, in b
# expect:     a(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 4, in a
# expect:     b(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 6, in b
# expect:     a(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 4, in a
# expect:     b(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 6, in b
# expect:     a(n - 1)
# expect:     ~^^^^^^^
# expect:   File "FOLDER/main.py", line 3, in a
# expect:     raise ValueError("x")
# expect: ValueError: x
# expect: == multiline_call 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 3, in <module>
# expect:     f(
# expect:     ~^
# expect:         1,
# expect:         ^^
# expect:         2,
# expect:         ^^
# expect:         a=3,
# expect:         ^^^^
# expect:     )
# expect:     ^
# expect:   File "FOLDER/main.py", line 2, in f
# expect:     raise ValueError("x")
# expect: ValueError: x
# expect: == multiline_expr 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     a / b +
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: == chain_call 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     A().x().y().z()
# expect:     ^^^^^^^^^^^^^
# expect: AttributeError: 'NoneType' object has no attribute 'z'
# expect: == subscript 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 2, in <module>
# expect:     print(d["a"]["b"]["c"])
# expect:           ~~~~~~~~~~~^^^^^
# expect: TypeError: 'NoneType' object is not subscriptable
# expect: == comp 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     [1 / x for x in [1, 0]]
# expect:      ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: == gen 1
# expect: 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     for v in g():
# expect:              ~^^
# expect:   File "FOLDER/main.py", line 3, in g
# expect:     raise RuntimeError("in gen")
# expect: RuntimeError: in gen
# expect: == stopiter 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 3, in g
# expect:     raise StopIteration
# expect: StopIteration
# expect:
# expect: The above exception was the direct cause of the following exception:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     list(g())
# expect:     ~~~~^^^^^
# expect: RuntimeError: generator raised StopIteration
# expect: == with 1
# expect: exit ValueError
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 7, in <module>
# expect:     raise ValueError("body")
# expect: ValueError: body
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 6, in <module>
# expect:     with CM():
# expect:          ~~^^
# expect:   File "FOLDER/main.py", line 5, in __exit__
# expect:     raise TypeError("from exit")
# expect: TypeError: from exit
# expect: == finally 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 2, in <module>
# expect:     raise ValueError("one")
# expect: ValueError: one
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     raise TypeError("two")
# expect: TypeError: two
# expect: == str_fails 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 3, in <module>
# expect:     raise E("x")
# expect: E: <exception str() failed>
# expect: == repr_args 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 2, in <module>
# expect:     raise E("a", 1, [2])
# expect: E: ('a', 1, [2])
# expect: == module_exc 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 2, in <module>
# expect:     raise errs.Custom("boo")
# expect: errs.Custom: boo
# expect: == notexc 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     raise 5
# expect: TypeError: exceptions must derive from BaseException
# expect: == cause_bad 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     raise ValueError("x") from 5
# expect: TypeError: exception causes must derive from BaseException
# expect: == assert 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 2, in <module>
# expect:     assert x == 4, f"x is {x}"
# expect:            ^^^^^^
# expect: AssertionError: x is 3
# expect: == unicode_line 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 2, in <module>
# expect:     x = "日本語" + str(π / 变量)
# expect:                        ~~^~~~~~
# expect: ZeroDivisionError: division by zero
# expect: == tabs_line 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 3, in <module>
# expect:     f()
# expect:     ~^^
# expect:   File "FOLDER/main.py", line 2, in f
# expect:     x = 1; y = x / 0
# expect:                ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: == cyclic 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 2, in <module>
# expect:     try: 1/0
# expect:          ~^~
# expect: ZeroDivisionError: division by zero
# expect:
# expect: The above exception was the direct cause of the following exception:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 4, in <module>
# expect:     raise ValueError from e
# expect: ValueError
# expect: == tb_with_traceback 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 6, in <module>
# expect:     raise ValueError("moved").with_traceback(tb)
# expect:   File "FOLDER/main.py", line 3, in <module>
# expect:     1/0
# expect:     ~^~
# expect: ValueError: moved
# expect: == exec 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 2, in <module>
# expect:     exec(compile(src, "<dynamic>", "exec"))
# expect:     ~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect:   File "<dynamic>", line 3, in <module>
# expect:   File "<dynamic>", line 2, in f
# expect: ZeroDivisionError: division by zero
# expect: == decorator 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 8, in <module>
# expect:     g("v")
# expect:     ~^^^^^
# expect:   File "FOLDER/main.py", line 3, in w
# expect:     return f(*a)
# expect:   File "FOLDER/main.py", line 7, in g
# expect:     raise ValueError(a)
# expect: ValueError: v
# expect: == exechook 1
# expect: hook ZeroDivisionError division by zero
# expect: == hook_fails 1
# expect: Error in sys.excepthook:
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 3, in hook
# expect:     raise TypeError("hook broken")
# expect: TypeError: hook broken
# expect:
# expect: Original exception was:
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 5, in <module>
# expect:     1 / 0
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
