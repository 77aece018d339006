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
put('s1.py', 'a = 1\n_b = 2\ndef f(): return "f"\nimport os')
put('s2.py', '__all__ = ["_p", "q"]\n_p = 1\nq = 2\nr = 3')
put('s3/__init__.py', '__all__ = ["mod"]')
put('s3/mod.py', 'v = "sub"')
put('s4.py', '__all__ = ["gone"]')
ns = {}; exec('from s1 import *', ns); print(sorted(k for k in ns if not k.startswith('__')))
ns = {}; exec('from s2 import *', ns); print(sorted(k for k in ns if not k.startswith('__')))
from s3 import *
print(mod.v)
t(lambda: exec('from s4 import *'))

# expect: ['a', 'f', 'os']
# expect: ['_p', 'q']
# expect: sub
# expect: AttributeError module 's4' has no attribute 'gone'
