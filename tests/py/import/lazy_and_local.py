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
put('lz.py', 'print("loading lz")\nv = 1')
def f():
    import lz
    return lz.v
print('before'); print(f(), f(), 'lz' in globals())
class C:
    import lz as inner
print(C.inner.v)
if False: import never
for name in ('json', 'lz'): exec(f'import {name} as mod_{name}')
print(mod_json.dumps(1), mod_lz.v)
try: import nope_1
except ImportError: import lz as nope_1
print(nope_1.v)
import os.path as op, lz as l2, json as j3
print(op.basename('a/b'), l2.v, j3.loads('2'))

# expect: before
# expect: loading lz
# expect: 1 1 False
# expect: 1
# expect: 1 1
# expect: 1
# expect: b 1 2
