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
run('dash_c', {}, ('-c', 'import sys; print(sys.argv); 1/0', 'a', 'b'))
run('dir', {}, ('.',))
run('m_missing', {}, ('-m', 'nosuch.mod'))
run('m_pkg_nomain', {'pkg/__init__.py': '''print("init")
'''}, ('-m', 'pkg'))
run('m_args', {'tool.py': '''import sys, argparse
p = argparse.ArgumentParser(prog="tool"); p.add_argument("--flag"); p.add_argument("--n", type=int, default=3)
print(p.parse_args(), __name__, __spec__.name, sys.path[0] != "")
p.parse_args(["--n", "x"])
'''}, ('-m', 'tool', '--flag', 'val'))
run('m_subpackage_main', {'pk/__init__.py': '''print("pk", __name__)
''', 'pk/sub/__init__.py': '''print("sub")
''', 'pk/sub/__main__.py': '''import sys
from .. import __name__ as parent
from . import util
print(__name__, __package__, parent, util.u(), [a if i else "ARG0" for i, a in enumerate(sys.argv)])
''', 'pk/sub/util.py': '''def u(): return __name__
'''}, ('-m', 'pk.sub', 'a', 'b'))
run('script_in_pkg', {'pk/__init__.py': '''''', 'pk/mod.py': '''import sib
print(sib.x, __package__)
from . import sib
''', 'pk/sib.py': '''x = 1
'''}, ('pk/mod.py',))
run('pyc', {'main.py': '''import sys, os, subprocess, py_compile
env = dict(os.environ)
p = py_compile.compile("m.py", cfile="out.pyc")
print(p)
r = subprocess.run([sys.executable, "out.pyc", "z"], capture_output=True, text=True); print(r.returncode, r.stdout, r.stderr[-200:])
os.mkdir("legacy"); os.rename("out.pyc", "legacy/leg.pyc"); sys.path.insert(0, "legacy")
import leg; print(leg.w, leg.__name__, os.path.basename(leg.__file__))
try: py_compile.compile("bad.py", doraise=True)
except py_compile.PyCompileError as e: print(type(e).__name__, e.exc_type_name)
''', 'm.py': '''import sys
w = 5
print("m runs", __name__, sys.argv[1:])
''', 'bad.py': '''x = (
'''})
run('zip_main', {'build.py': r'''import zipfile, subprocess, sys
with zipfile.ZipFile("app.pyz", "w") as z:
    z.writestr("__main__.py", "import sys, helper\nprint(__name__, sys.argv[1:], helper.v)\nsys.exit(helper.code)\n")
    z.writestr("helper.py", "v='zipped'\ncode=3\n")
r = subprocess.run([sys.executable, "app.pyz", "a", "b"], capture_output=True, text=True)
print(r.returncode, r.stdout, r.stderr)
'''}, ('build.py',))
run('zip', {'main.py': r'''import zipfile, sys
with zipfile.ZipFile("lib.zip", "w") as z:
    z.writestr("zmod.py", "def f(): return __file__.replace('\\\\', '/').split('/')[-2:]\nx = 1\n")
    z.writestr("zpk/__init__.py", "from .inner import y\n")
    z.writestr("zpk/inner.py", "y = 'inner'\ndef boom():\n    raise ValueError('zip')\n")
    z.writestr("zpk/data.txt", "hello")
sys.path.insert(0, "lib.zip")
import zmod, zpk
print(zmod.f(), zpk.y, type(zmod.__loader__).__name__)
import pkgutil
print(pkgutil.get_data("zpk", "data.txt"), [m.name for m in pkgutil.iter_modules(["lib.zip"])])
import zipimport
zi = zipimport.zipimporter("lib.zip")
print(zi.is_package("zpk"), zi.get_source("zmod")[:10])
try: zi.load_module("nope")
except ImportError as e: print(type(e).__name__, e)
zpk.inner.boom()
'''})
run('namespace', {'main.py': '''import sys
sys.path[:0] = ["d1", "d2"]
import ns.a, ns.b
print(ns.a.v, ns.b.v, len(list(ns.__path__)), ns.__file__ if hasattr(ns, "__file__") else "nofile", type(ns.__loader__).__name__)
print(repr(ns).split("(")[0], ns.__spec__.origin, type(ns.__path__).__name__)
''', 'd1/ns/a.py': '''v = "A"
''', 'd2/ns/b.py': '''v = "B"
'''})
run('main_guard', {'main.py': '''import tool
print("imported", tool.__name__)
tool.main(["x"])
import __main__
print(__main__.__name__, __main__.tool is tool, __name__, __spec__, __package__)
''', 'tool.py': '''def main(args): print("main", args, __name__)
if __name__ == "__main__": main([])
'''})
run('runpy', {'main.py': '''import runpy, sys
g = runpy.run_path("script.py", init_globals={"given": 5}, run_name="custom")
print(g["result"], g["__name__"], g["__file__"])
g = runpy.run_module("pk.mod", alter_sys=True)
print(g["r"], g["__package__"], "pk.mod" in sys.modules)
g = runpy.run_module("pk", run_name="__main__")
print(g["z"])
try: runpy.run_module("nomod")
except ImportError as e: print(e)
try: runpy.run_path("nofile.py")
except OSError as e: print(type(e).__name__, e.errno)
''', 'script.py': '''result = given * 2
import sys
print(__name__, sys.argv[0].endswith("script.py"))
''', 'pk/__init__.py': '''''', 'pk/mod.py': '''import sys
r = (__name__, __package__, __spec__.name)
''', 'pk/__main__.py': '''z = __name__
print("pkg main", __package__)
'''})

# expect: == dash_c 1
# expect: ['-c', 'a', 'b']
# expect: Traceback (most recent call last):
# expect:   File "<string>", line 1, in <module>
# expect:     import sys; print(sys.argv); 1/0
# expect:                                  ~^~
# expect: ZeroDivisionError: division by zero
# expect: == dir 1
# expect: EXE: can't find '__main__' module in 'FOLDER'
# expect: == m_missing 1
# expect: EXE: Error while finding module specification for 'nosuch.mod' (ModuleNotFoundError: No module named 'nosuch')
# expect: == m_pkg_nomain 1
# expect: init
# expect: EXE: No module named pkg.__main__; 'pkg' is a package and cannot be directly executed
# expect: == m_args 2
# expect: Namespace(flag='val', n=3) __main__ tool True
# expect: usage: tool [-h] [--flag FLAG] [--n N]
# expect: tool: error: argument --n: invalid int value: 'x'
# expect: == m_subpackage_main 0
# expect: pk pk
# expect: sub
# expect: __main__ pk.sub pk pk.sub.util ['ARG0', 'a', 'b']
# expect: == script_in_pkg 1
# expect: 1 None
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/pk/mod.py", line 3, in <module>
# expect:     from . import sib
# expect: ImportError: attempted relative import with no known parent package
# expect: == pyc 0
# expect: out.pyc
# expect: 0 m runs __main__ ['z']
# expect:  
# expect: m runs leg []
# expect: 5 leg leg.pyc
# expect: PyCompileError SyntaxError
# expect: == zip_main 0
# expect: 3 __main__ ['a', 'b'] zipped
# expect: == zip 1
# expect: ['lib.zip', 'zmod.py'] inner zipimporter
# expect: b'hello' ['zmod', 'zpk']
# expect: True def f(): r
# expect: ZipImportError can't find module 'nope'
# expect: Traceback (most recent call last):
# expect:   File "FOLDER/main.py", line 17, in <module>
# expect:     zpk.inner.boom()
# expect:     ~~~~~~~~~~~~~~^^
# expect:   File "lib.zip/zpk/inner.py", line 3, in boom
# expect:     raise ValueError('zip')
# expect: ValueError: zip
# expect: == namespace 0
# expect: A B 2 None NamespaceLoader
# expect: <module 'ns'  None _NamespacePath
# expect: == main_guard 0
# expect: imported tool
# expect: main ['x'] tool
# expect: __main__ True __main__ None None
# expect: == runpy 0
# expect: custom True
# expect: 10 custom script.py
# expect: ('pk.mod', 'pk', 'pk.mod') pk False
# expect: pkg main pk
# expect: __main__
# expect: No module named nomod
# expect: FileNotFoundError 2
