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
run('pkg_all', {'main.py': '''from shapes import *
print(sorted(n for n in dir() if not n.startswith('_')))
print(circle.area(2), square.area(3))
import shapes
print(shapes.__all__, shapes.__path__ is not None, shapes.__package__)
try: triangle
except NameError as e: print(e)
''', 'shapes/__init__.py': '''__all__ = ["circle", "square"]
version = "1"
''', 'shapes/circle.py': '''def area(r): return 3 * r * r
''', 'shapes/square.py': '''def area(a): return a * a
''', 'shapes/triangle.py': '''print("loaded")
'''})
run('rel_deep', {'main.py': '''import a.b.c
print(a.b.c.val, a.top, a.b.mid)
from a.b.c import chain
print(chain())
''', 'a/__init__.py': '''top = "T"
from .b import mid as m2
''', 'a/b/__init__.py': '''mid = "M"
from .. import top
from . import c
''', 'a/b/c.py': '''from ... a import top as t1
from .. import top as t2
from . import mid
from ..util import helper
val = (t1, t2, mid)
def chain():
    from ..util import other
    return helper(1), other(2)
''', 'a/util.py': '''def helper(x): return ("h", x)
def other(x): return ("o", x, __name__, __package__)
'''})
run('rel_errors', {'main.py': '''for s in ["from . import x", "from .. import y", "from .mod import z", "import .q", "from ...a import b"]:
    try:
        exec(s)
    except Exception as e:
        print(s, "->", type(e).__name__, e)
import pk
for s in ["from . import nothing", "from .sub import nope", "from .. import up", "from ... import up2", "from .missing import a", "from .sub.deeper import b"]:
    try:
        exec(s, pk.__dict__)
    except Exception as e:
        print(s, "->", type(e).__name__, str(e).split(" (")[0], getattr(e, "name", None), getattr(e, "name_from", None))
''', 'pk/__init__.py': '''''', 'pk/sub.py': '''v = 1
'''})
run('circular_from', {'main.py': '''try:
    import a
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0], e.name)
import sys
print(sorted(m for m in sys.modules if m in ("a", "b")))
''', 'a.py': '''from b import fb
def fa(): return "fa"
''', 'b.py': '''from a import fa
def fb(): return fa()
'''})
run('getattr_mod', {'main.py': '''import cfg
print(cfg.DEBUG, cfg.lazy_1, cfg.lazy_2)
from cfg import lazy_9
print(lazy_9, dir(cfg)[:2])
try:
    from cfg import secret
except ImportError as e:
    print(str(e).split(" (")[0])
try: cfg.secret
except AttributeError as e: print(e)
''', 'cfg.py': '''DEBUG = True
def __getattr__(name):
    if name.startswith("lazy_"):
        return int(name[5:]) * 10
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
def __dir__(): return ["a", "b", "c"]
'''})
run('importlib', {'main.py': '''import importlib, importlib.util, sys, types
m = importlib.import_module("plug.one")
print(m.NAME, importlib.import_module(".two", package="plug").NAME)
try: importlib.import_module(".two")
except TypeError as e: print(e)
spec = importlib.util.find_spec("plug.one"); print(spec.name, spec.parent, spec.has_location, spec.submodule_search_locations)
spec = importlib.util.find_spec("plug"); print(spec.name, spec.parent, len(spec.submodule_search_locations))
print(importlib.util.find_spec("nope"))
try: importlib.util.find_spec("nope.sub")
except ModuleNotFoundError as e: print(e, e.name)
spec = importlib.util.spec_from_file_location("dyn", "plug/one.py")
mod = importlib.util.module_from_spec(spec); spec.loader.exec_module(mod)
print(mod.NAME, mod.__name__, "dyn" in sys.modules)
mod = types.ModuleType("fake", "doc"); mod.x = 1; sys.modules["fake"] = mod
import fake; print(fake.x, fake.__doc__, fake)
sys.modules["blocked"] = None
try: import blocked
except ImportError as e: print(type(e).__name__, e)
print(importlib.util.resolve_name(".x", "a.b"), importlib.invalidate_caches())
''', 'plug/__init__.py': '''''', 'plug/one.py': '''NAME = "one:" + __name__
''', 'plug/two.py': '''NAME = "two:" + __name__
'''})
run('reload', {'main.py': r'''import importlib, mod, os, sys
sys.dont_write_bytecode = True
print(mod.value, mod.counter)
mod.counter = 10; mod.extra = "stays"
open("mod.py", "w").write("value = 'second version'\ntry: counter += 1\nexcept NameError: counter = 0\n")
os.utime("mod.py", (1, 1))
m2 = importlib.reload(mod)
print(m2 is mod, mod.value, mod.counter, mod.extra)
open("mod.py", "w").write("value = = 1\n"); os.utime("mod.py", (2, 2))
try: importlib.reload(mod)
except SyntaxError as e: print(e.msg, e.lineno)
print(mod.value)
try: importlib.reload("x")
except TypeError as e: print(e)
''', 'mod.py': '''value = 'first'
counter = 0
'''})
run('star_private', {'main.py': r'''from m import *
print([n for n in ("a", "_b", "c") if n in globals()])
try: exec("from n import *")
except AttributeError as e: print(e)
try: exec("def f():\n from m import *")
except SyntaxError as e: print(e.msg)
from o import *
''', 'm.py': '''a = 1; _b = 2; c = 3
''', 'n.py': '''__all__ = ["x", "zz"]
x = 1
''', 'o.py': '''__all__ = ["ok", 5]
ok = 1
'''})
run('exec_fail_state', {'main.py': '''import sys
for i in range(2):
    try: import broken
    except ZeroDivisionError as e: print("failed", i, "broken" in sys.modules, "helper" in sys.modules)
''', 'broken.py': '''import helper
print("running broken")
1 / 0
''', 'helper.py': '''print("running helper")
'''})
run('as', {'main.py': '''import os.path as p, collections.abc as cabc
from collections import (OrderedDict as OD,
    deque,
)
print(p.__name__, cabc.__name__, OD.__name__, deque)
def f():
    import email.mime
    return email.__name__, email.mime.__name__
print(f())
__import__("xml.dom"); import sys
print("xml.dom" in sys.modules, __import__("xml.dom").__name__, __import__("xml.dom", fromlist=["x"]).__name__)
m = __import__("pk.a", globals(), locals(), ["v"], 0); print(m.v)
try: __import__("pk.a", level=-1)
except ValueError as e: print(e)
try: __import__("")
except ValueError as e: print(e)
try: __import__("pk.a", {}, {}, [], 1)
except Exception as e: print(type(e).__name__, e)
try: __import__("a", {"__package__": "pk"}, {}, ["v"], 1)
except Exception as e: print(type(e).__name__, e)
try: __import__("a", {"__package__": 5}, {}, ["v"], 1)
except Exception as e: print(type(e).__name__, e)
''', 'pk/__init__.py': '''''', 'pk/a.py': '''v = 9
'''})
run('threads', {'main.py': '''import threading, sys
res = []
def w():
    import slow
    res.append(slow.done)
ts = [threading.Thread(target=w) for _ in range(8)]
for t in ts: t.start()
for t in ts: t.join()
print(res, sys.modules["slow"].count)
''', 'slow.py': '''import time
count = globals().get("count", 0) + 1
time.sleep(0.05)
done = True
'''})
run('threads_cycle', {'main.py': '''import threading
out = []
def w(n):
    try: __import__(n); out.append("ok")
    except Exception as e: out.append(repr(e))
a = threading.Thread(target=w, args=("x",)); b = threading.Thread(target=w, args=("y",))
a.start(); b.start(); a.join(10); b.join(10)
print(sorted(out), a.is_alive(), b.is_alive())
''', 'x.py': '''import time; time.sleep(0.05)
import y
v = 1
''', 'y.py': '''import time; time.sleep(0.05)
import x
v = 2
'''})
run('pkgutil_walk', {'main.py': '''import pkgutil, pk, inspect
for m in pkgutil.walk_packages(pk.__path__, "pk."): print(m.name, m.ispkg)
print(inspect.getsource(pk.f), inspect.getdoc(pk), inspect.getmodule(pk.f).__name__)
import importlib.resources as r
print(r.files(pk).joinpath("data.txt").read_text().strip(), sorted(x.name for x in r.files("pk").iterdir() if not x.name.startswith("__py")))
''', 'pk/__init__.py': '''"""Package doc.

More."""
def f():
    return 1
''', 'pk/data.txt': '''payload
''', 'pk/sub/__init__.py': '''''', 'pk/sub/leaf.py': '''raise SystemExit("should not run")
''', 'pk/z.py': ''''''})
run('plugin_registry', {'main.py': '''import importlib, pkgutil, plugins
class Registry:
    items = {}
    @classmethod
    def register(cls, name):
        def deco(f): cls.items[name] = f; return f
        return deco
plugins.Registry = Registry
for info in pkgutil.iter_modules(plugins.__path__):
    mod = importlib.import_module(f"{plugins.__name__}.{info.name}")
    print("loaded", mod.__name__, getattr(mod, "PRIORITY", None))
for k in sorted(Registry.items): print(k, Registry.items[k](3))
''', 'plugins/__init__.py': '''''', 'plugins/double.py': '''from . import Registry
PRIORITY = 1
@Registry.register("double")
def f(x): return x * 2
''', 'plugins/square.py': '''import plugins
@plugins.Registry.register("square")
def f(x): return x * x
'''})
run('module_type', {'main.py': '''import types, sys
class Lazy(types.ModuleType):
    def __getattr__(self, n): return f"lazy {n}"
    @property
    def now(self): return "prop"
import m
m.__class__ = Lazy
print(m.anything, m.now, m.real)
print(type(m).__name__, isinstance(m, types.ModuleType))
try: m.__class__ = int
except TypeError as e: print(e)
try: types.ModuleType()
except TypeError as e: print(e)
x = types.ModuleType("x"); print(x.__dict__)
del m.real
print(m.real)
print(repr(x))
try: del x.nope
except AttributeError as e: print(e)
''', 'm.py': '''real = 1
'''})
run('encoding', {'main.py': '''import importlib
for n in ("l1", "u8", "bad"):
    try:
        m = importlib.import_module(n); print(ascii(m.s))
    except SyntaxError as e: print(type(e).__name__, e.msg)
''', 'l1.py': '''# -*- coding: latin-1 -*-
s = "é"
''', 'u8.py': '''s = "é"
''', 'bad.py': '''# coding: nosuchcodec
s = 1
'''})

# expect: == pkg_all 0
# expect: ['circle', 'square']
# expect: 12 9
# expect: ['circle', 'square'] True shapes
# expect: name 'triangle' is not defined
# expect: == rel_deep 1
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 1, in <module>
# expect:     import a.b.c
# expect:   File "FOLDER/a/__init__.py", line 2, in <module>
# expect:     from .b import mid as m2
# expect:   File "FOLDER/a/b/__init__.py", line 3, in <module>
# expect:     from . import c
# expect:   File "FOLDER/a/b/c.py", line 1, in <module>
# expect:     from ... a import top as t1
# expect: ImportError: attempted relative import beyond top-level package
# expect: == rel_errors 0
# expect: from . import x -> ImportError attempted relative import with no known parent package
# expect: from .. import y -> ImportError attempted relative import with no known parent package
# expect: from .mod import z -> ImportError attempted relative import with no known parent package
# expect: import .q -> SyntaxError invalid syntax (<string>, line 1)
# expect: from ...a import b -> ImportError attempted relative import with no known parent package
# expect: from . import nothing -> ImportError cannot import name 'nothing' from 'pk' pk nothing
# expect: from .sub import nope -> ImportError cannot import name 'nope' from 'pk.sub' pk.sub nope
# expect: from .. import up -> ImportError attempted relative import beyond top-level package None None
# expect: from ... import up2 -> ImportError attempted relative import beyond top-level package None None
# expect: from .missing import a -> ModuleNotFoundError No module named 'pk.missing' pk.missing None
# expect: from .sub.deeper import b -> ModuleNotFoundError No module named 'pk.sub.deeper'; 'pk.sub' is not a package pk.sub.deeper None
# expect: == circular_from 0
# expect: ImportError cannot import name 'fa' from partially initialized module 'a' a
# expect: []
# expect: == getattr_mod 0
# expect: True 10 20
# expect: 90 ['a', 'b']
# expect: cannot import name 'secret' from 'cfg'
# expect: module 'cfg' has no attribute 'secret'
# expect: == importlib 0
# expect: one:plug.one two:plug.two
# expect: the 'package' argument is required to perform a relative import for '.two'
# expect: plug.one plug True None
# expect: plug plug 1
# expect: None
# expect: No module named 'nope' nope
# expect: one:dyn dyn False
# expect: 1 doc <module 'fake'>
# expect: ModuleNotFoundError import of blocked halted; None in sys.modules
# expect: a.b.x None
# expect: == reload 0
# expect: first 0
# expect: True second version 11 stays
# expect: invalid syntax 1
# expect: second version
# expect: reload() argument must be a module
# expect: == star_private 1
# expect: ['a', 'c']
# expect: module 'n' has no attribute 'zz'
# expect: import * only allowed at module level
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 7, in <module>
# expect:     from o import *
# expect: TypeError: Item in o.__all__ must be str, not int
# expect: == exec_fail_state 0
# expect: running helper
# expect: running broken
# expect: failed 0 False True
# expect: running broken
# expect: failed 1 False True
# expect: == as 0
# expect: posixpath collections.abc OrderedDict <class 'collections.deque'>
# expect: ('email', 'email.mime')
# expect: True xml xml.dom
# expect: 9
# expect: level must be >= 0
# expect: Empty module name
# expect: KeyError "'__name__' not in globals"
# expect: TypeError package must be a string
# expect: == threads 0
# expect: [True, True, True, True, True, True, True, True] 1
# expect: == threads_cycle 0
# expect: ['ok', 'ok'] False False
# expect: == pkgutil_walk 0
# expect: pk.sub True
# expect: pk.sub.leaf False
# expect: pk.z False
# expect: def f():
# expect:     return 1
# expect:  Package doc.
# expect:
# expect: More. pk
# expect: payload ['__init__.py', 'data.txt', 'sub', 'z.py']
# expect: == plugin_registry 0
# expect: loaded plugins.double 1
# expect: loaded plugins.square None
# expect: double 6
# expect: square 9
# expect: == module_type 0
# expect: lazy anything prop 1
# expect: Lazy True
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: module() missing required argument 'name' (pos 1)
# expect: {'__name__': 'x', '__doc__': None, '__package__': None, '__loader__': None, '__spec__': None}
# expect: lazy real
# expect: <module 'x'>
# expect: 'module' object has no attribute 'nope'
# expect: == encoding 0
# expect: '\xc3\xa9'
# expect: '\xe9'
# expect: SyntaxError unknown encoding: nosuchcodec
