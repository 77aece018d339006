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
put('mg.py', 'def __getattr__(n):\n    if n == "dyn": return "dynamic"\n    raise AttributeError(f"mg has no {n}")\ndef __dir__(): return ["dyn", "z"]')
import mg
print(mg.dyn, dir(mg), hasattr(mg, 'other'))
t(lambda: mg.other)
from mg import dyn
print(dyn)
t(lambda: exec('from mg import nothing'))

# expect: dynamic ['dyn', 'z'] False
# expect: AttributeError mg has no other
# expect: dynamic
# expect: ImportError cannot import name 'nothing' from 'mg'
