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
put('ca.py', 'print("ca start")\nimport cb\nx = 1\nprint("ca end", cb.y)')
put('cb.py', 'print("cb start")\nimport ca\ny = 2\nprint("cb end", hasattr(ca, "x"))')
import ca, cb
print(ca.cb is cb, cb.ca is ca)
put('fa.py', 'from fb import y\nx = 1')
put('fb.py', 'from fa import x\ny = 2')
t(lambda: importlib.import_module('fa'))
print('fa' in sys.modules, 'fb' in sys.modules)
put('cp/__init__.py', 'from cp import one')
put('cp/one.py', 'from cp import two\nv = 1')
put('cp/two.py', 'import cp.one\nw = 2')
import cp
print(cp.one.v, cp.two.w)
put('g1.py', 'import g2\ndef f(): return g2.g()\nk = 3')
put('g2.py', 'import g1\ndef g(): return g1.k')
import g1; print(g1.f())
put('u1.py', 'import u2\nz = 1')
put('u2.py', 'import u1\nprint(u1.z)')
t(lambda: importlib.import_module('u1'))

# expect: ca start
# expect: cb start
# expect: cb end False
# expect: ca end 2
# expect: True True
# expect: ImportError cannot import name 'x' from partially initialized module 'fa'
# expect: False False
# expect: 1 2
# expect: 3
# expect: AttributeError partially initialized module 'u1' from 'ROOT/u1.py' has no attribute 'z'
