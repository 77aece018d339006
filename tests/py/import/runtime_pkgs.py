import sys, os, tempfile, importlib, textwrap
d = tempfile.mkdtemp()
sys.path.insert(0, d)
sys.dont_write_bytecode = True
def w(n, s=''):
    p = os.path.join(d, n)
    os.makedirs(os.path.dirname(p), exist_ok=True)
    open(p, 'w').write(textwrap.dedent(s))
w('pkg/__init__.py', 'print("init", __name__, __package__, __path__ != [])\n__all__ = ["a", "val"]\nval = 1\n_priv = 2')
w('pkg/a.py', 'from . import b\nfrom .sub import deep\nfrom .b import name as bn\nprint("a", __name__, __package__, bn)')
w('pkg/b.py', 'name = "b"\nprint("b")')
w('pkg/sub/__init__.py', '')
w('pkg/sub/deep.py', 'from .. import val\nfrom ..b import name\nprint("deep", val, name)')
w('ns/x.py', 'X = 1')
w('bad.py', 'def f(:\n')
w('raises.py', 'import nope_mod')
w('circ1.py', 'import circ2\nA = 1\nprint("c1", circ2.B)')
w('circ2.py', 'import circ1\nB = 2\nprint("c2", hasattr(circ1, "A"))')
w('circ3.py', 'from circ4 import z\ny = 1')
w('circ4.py', 'from circ3 import y\nz = 1')
w('count.py', 'try: n += 1\nexcept NameError: n = 1')
w('useall.py', 'from pkg import *\nprint(sorted(k for k in globals() if not k.startswith("__")))')
w('getat.py', 'def __getattr__(n):\n    if n == "dyn": return 42\n    raise AttributeError(f"no {n}")\ndef __dir__(): return ["dyn"]')
w('__mainy__.py', '')
w('pkg/__main__.py', 'print("pkg main", __name__, __package__)')
w('boom.py', 'x = 1\n1/0')
try:
    import pkg.a
except ImportError as e:
    print(type(e).__name__, e)
import pkg.b, pkg.sub
print(pkg.b.name, sys.modules['pkg.b'] is pkg.b, pkg.sub.__name__)
print(pkg.__file__.endswith('__init__.py'), pkg.__spec__.name, pkg.b.__spec__.parent)
print(pkg.__spec__.submodule_search_locations == pkg.__path__)
import useall
import ns.x
print(ns, ns.__path__.__class__.__name__, ns.x.X, getattr(ns, '__file__', None)) if False else print(ns.x.X, ns.__spec__.loader.__class__.__name__ if ns.__spec__.loader else None)
for m in ('bad', 'raises', 'nope', 'pkg.nope', 'pkg.b.nope', 'circ3', 'boom', 'ns.nope', '', '.rel'):
    try:
        importlib.import_module(m)
        print('ok')
    except Exception as e:
        print(m, type(e).__name__, str(e).replace(d, 'D'), getattr(e, 'name', None), m in sys.modules)
import circ1
import count
print(count.n)
importlib.reload(count)
print(count.n)
count is importlib.import_module('count')
import getat
print(getat.dyn, dir(getat))
try:
    getat.zzz
except AttributeError as e:
    print(e)
from getat import dyn
print(dyn)
try:
    from pkg import zork
except ImportError as e:
    print(str(e).replace(d, 'D'), e.name, e.path.replace(d, 'D'))
try:
    import pkg.b.c
except ModuleNotFoundError as e:
    print(e)
import runpy
r = runpy.run_module('pkg', run_name='__main__')
print(r['__name__'])
r = runpy.run_path(d + '/count.py', init_globals={'n': 9})
print(r['n'], r['__name__'])
r = runpy.run_module('pkg.b')
print(r['name'], r['__name__'], r['__package__'])
print(importlib.util.find_spec('pkg.b').name, importlib.util.find_spec('nope'), importlib.util.resolve_name('.x', 'pkg')) if hasattr(importlib, 'util') else None
s = importlib.util.spec_from_file_location('custom', d + '/count.py')
m = importlib.util.module_from_spec(s)
s.loader.exec_module(m)
print(m.n, m.__name__, 'custom' in sys.modules)
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == 'virtual':
            return importlib.machinery.ModuleSpec(name, Finder, origin='mem')
    @staticmethod
    def create_module(spec):
        return None
    @staticmethod
    def exec_module(m):
        m.val = 'from finder'
sys.meta_path.insert(0, Finder)
import virtual
print(virtual.val, virtual, virtual.__spec__.origin)
sys.modules['fake'] = 5
import fake
print(fake)
sys.modules['none'] = None
try:
    import none
except ModuleNotFoundError as e:
    print(e)
print(__import__('os.path').__name__, __import__('os.path', fromlist=['x']).__name__, importlib.import_module('.b', 'pkg').name)
import shutil
shutil.rmtree(d)

# expect: init pkg pkg True
# expect: b
# expect: deep 1 b
# expect: a pkg.a pkg b
# expect: b True pkg.sub
# expect: True pkg pkg
# expect: True
# expect: ['a', 'val']
# expect: 1 NamespaceLoader
# expect: bad SyntaxError invalid syntax (bad.py, line 1) None False
# expect: raises ModuleNotFoundError No module named 'nope_mod' nope_mod False
# expect: nope ModuleNotFoundError No module named 'nope' nope False
# expect: pkg.nope ModuleNotFoundError No module named 'pkg.nope' pkg.nope False
# expect: pkg.b.nope ModuleNotFoundError No module named 'pkg.b.nope'; 'pkg.b' is not a package pkg.b.nope False
# expect: circ3 ImportError cannot import name 'y' from partially initialized module 'circ3' (most likely due to a circular import) (D/circ3.py) circ3 False
# expect: boom ZeroDivisionError division by zero None False
# expect: ns.nope ModuleNotFoundError No module named 'ns.nope' ns.nope False
# expect:  ValueError Empty module name None False
# expect: .rel TypeError the 'package' argument is required to perform a relative import for '.rel' None False
# expect: c2 False
# expect: c1 2
# expect: 1
# expect: 2
# expect: 42 ['dyn']
# expect: no zzz
# expect: 42
# expect: cannot import name 'zork' from 'pkg' (D/pkg/__init__.py) pkg D/pkg/__init__.py
# expect: No module named 'pkg.b.c'; 'pkg.b' is not a package
# expect: pkg main __main__ pkg
# expect: __main__
# expect: 10 <run_path>
# expect: b
# expect: b pkg.b pkg
# expect: pkg.b None pkg.x
# expect: 1 custom False
# expect: from finder <module 'virtual' (mem)> mem
# expect: 5
# expect: import of none halted; None in sys.modules
# expect: os posixpath b
