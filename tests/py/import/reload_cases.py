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
put('m.py', 'x = 1\nold = True')
import m
m.extra = 'kept'
put('m.py', 'x = 22\nprint("reloaded")')
importlib.invalidate_caches()
r = importlib.reload(m)
print(r is m, m.x, m.extra, m.old)
put('m.py', 'x = 333 / 0')
t(lambda: importlib.reload(m))
print(m.x)
t(lambda: importlib.reload(5))
del sys.modules['m']
t(lambda: importlib.reload(m))
put('m.py', 'x = "fresh one"')
import m as m2
print(m2 is m, m2.x)

# expect: reloaded
# expect: True 22 kept True
# expect: ZeroDivisionError division by zero
# expect: 22
# expect: TypeError reload() argument must be a module
# expect: ImportError module m not in sys.modules
# expect: False fresh one
