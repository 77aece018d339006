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
import pkgutil
put('pq/__init__.py', ''); put('pq/a.py', ''); put('pq/b/__init__.py', ''); put('pq/data.txt', 'hello')
import pq
print([(m.name, m.ispkg) for m in pkgutil.iter_modules(pq.__path__)], [m.name for m in pkgutil.walk_packages(pq.__path__, 'pq.')])
print(pkgutil.get_data('pq', 'data.txt'), importlib.import_module('pq.b').__name__)
import importlib.resources as ir
print((ir.files('pq') / 'data.txt').read_text(), sorted(x.name for x in ir.files('pq').iterdir() if not x.name.startswith('__')))

# expect: [('a', False), ('b', True)] ['pq.a', 'pq.b']
# expect: b'hello' pq.b
# expect: hello ['a.py', 'b', 'data.txt']
