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
path = 'd0'
for i in range(12):
    put(path + '/__init__.py', f'level = {i}')
    path += f'/d{i + 1}'
put(path + '/__init__.py', 'level = "last"\nfrom ... import level as up2')
name = path.replace('/', '.')
m = importlib.import_module(name)
print(m.level, m.up2, m.__package__ == name, len([k for k in sys.modules if k.startswith('d0')]))
import d0.d1.d2 as q; print(q.level, d0_ if 0 else q.__name__)
for i in range(100): put(f'many/m{i}.py', f'v = {i}')
put('many/__init__.py', '')
print(sum(importlib.import_module(f'many.m{i}').v for i in range(100)))

# expect: last 10 True 13
# expect: 2 d0.d1.d2
# expect: 4950
