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
import importlib.abc, importlib.machinery, importlib.util, types
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.startswith('virt'): return importlib.machinery.ModuleSpec(name, Loader())
class Loader(importlib.abc.Loader):
    def create_module(self, spec): return None
    def exec_module(self, m): m.made = 'by hook ' + m.__name__
sys.meta_path.insert(0, Finder())
import virt1
from virt2 import made
print(virt1.made, made, virt1.__spec__.name, type(virt1.__loader__).__name__)
sys.modules['fake'] = types.SimpleNamespace(v=9)
import fake; print(fake.v)
from fake import v; print(v)
sys.meta_path.pop(0)
t(lambda: importlib.import_module('virt3'))
print(importlib.util.find_spec('math') is not None, importlib.util.find_spec('no_such') is None)
import importlib.util
m = importlib.util.module_from_spec(importlib.util.spec_from_loader('x', None)); print(m.__name__)

# expect: by hook virt1 by hook virt2 virt1 Loader
# expect: 9
# expect: 9
# expect: ModuleNotFoundError No module named 'virt3'
# expect: True True
# expect: x
