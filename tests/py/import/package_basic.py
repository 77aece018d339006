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
put('pk/__init__.py', 'x = 1\nprint("init pk", __name__, __package__)')
put('pk/a.py', 'print("a", __name__, __package__)\nv = "a"')
put('pk/sub/__init__.py', 'print("init sub")')
put('pk/sub/b.py', 'v = "b"')
import pk
print(pk.x, hasattr(pk, 'a'))
import pk.a
print(pk.a.v)
from pk.sub import b
print(b.v, pk.sub.b is b, b.__name__, b.__package__, os.path.relpath(b.__file__, root))
import pk.sub.b as z
print(z is b, 'pk.sub.b' in sys.modules, pk.__path__ == [os.path.join(root, 'pk')])
t(lambda: importlib.import_module('pk.none'))
t(lambda: importlib.import_module('pk.a.b'))

# expect: init pk pk pk
# expect: 1 False
# expect: a pk.a pk
# expect: a
# expect: init sub
# expect: b True pk.sub.b pk.sub pk/sub/b.py
# expect: True True True
# expect: ModuleNotFoundError No module named 'pk.none'
# expect: ModuleNotFoundError No module named 'pk.a.b'; 'pk.a' is not a package
