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
import importlib.util
put('deep/thing.py', 'v = __name__')
spec = importlib.util.spec_from_file_location('custom_name', os.path.join(root, 'deep/thing.py'))
m = importlib.util.module_from_spec(spec); spec.loader.exec_module(m)
print(m.v, 'custom_name' in sys.modules, m.__spec__ is spec)
import runpy
put('script.py', 'r = __name__ + "!"')
print(runpy.run_path(os.path.join(root, 'script.py'))['r'], runpy.run_module('script', run_name='zz')['r'])
import zipfile
with zipfile.ZipFile(os.path.join(root, 'z.zip'), 'w') as z: z.writestr('inzip.py', 'v = "zip"')
sys.path.insert(0, os.path.join(root, 'z.zip'))
import inzip; print(inzip.v)

# expect: custom_name False True
# expect: <run_path>! zz!
# expect: zip
