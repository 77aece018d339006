import importlib, os, sys, tempfile
sys.dont_write_bytecode = True
root = tempfile.mkdtemp()
sys.path.insert(0, root)
def put(path, text=''):
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, 'w') as f: f.write(text)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).replace(root, 'ROOT').split(' (')[0])
put('p/__init__.py', '')
put('p/a.py', 'from . import b\nfrom .b import val\nfrom .sub.c import up\nr = (b.val, val, up)')
put('p/b.py', 'val = 5')
put('p/sub/__init__.py', 'from .. import b as bb')
put('p/sub/c.py', 'from ..b import val as up\nfrom . import __name__ as pn\nfrom ...q import z' if 0 else 'from ..b import val as up')
import p.a
print(p.a.r, p.sub.bb.val)
put('p/bad.py', 'from ... import x')
put('p/bad2.py', 'from .nope import x')
put('p/bad3.py', 'from .b import nope')
put('p/bad4.py', 'from . import nope')
for m in ('bad', 'bad2', 'bad3', 'bad4'): t(lambda: importlib.import_module('p.' + m))
t(lambda: importlib.import_module('.b', 'p').val)
t(lambda: importlib.import_module('.b'))
t(lambda: importlib.import_module('..b', 'p.sub').val)
put('top.py', 'from .p import b')
t(lambda: importlib.import_module('top'))

# expect: (5, 5, 5) 5
# expect: ImportError attempted relative import beyond top-level package
# expect: ModuleNotFoundError No module named 'p.nope'
# expect: ImportError cannot import name 'nope' from 'p.b'
# expect: ImportError cannot import name 'nope' from 'p'
# expect: 5
# expect: TypeError the 'package' argument is required to perform a relative import for '.b'
# expect: 5
# expect: ImportError attempted relative import with no known parent package
