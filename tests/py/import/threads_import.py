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
import threading
put('slow.py', 'import time\nprint("once")\ntime.sleep(0.02)\nv = 42')
out = []
def f():
    import slow
    out.append(slow.v)
ts = [threading.Thread(target=f) for _ in range(6)]
[x.start() for x in ts]; [x.join() for x in ts]
print(out)
for i in range(20): put(f'tm{i}.py', f'import tm{(i + 1) % 20}\nv = {i}')
def g(i): out.append(importlib.import_module(f'tm{i}').__name__)
ts = [threading.Thread(target=g, args=(i,)) for i in range(0, 20, 5)]
[x.start() for x in ts]; [x.join() for x in ts]
print(len(out), sum(1 for k in sys.modules if k.startswith('tm')))

# expect: once
# expect: [42, 42, 42, 42, 42, 42]
# expect: 10 20
