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
put('n1/ns/a.py', 'v = "a"')
put('n2/ns/b.py', 'v = "b"')
sys.path[:0] = [os.path.join(root, 'n1'), os.path.join(root, 'n2')]
import ns.a, ns.b
print(ns.a.v, ns.b.v, len(ns.__path__), ns.__spec__.origin, getattr(ns, '__file__', None))
put('shadow.py', 'v = "module"'); put('shadow/__init__.py', 'v = "package"')
import shadow; print(shadow.v)

# expect: a b 2 None None
# expect: package
