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
put('syn.py', 'def f(:\n pass')
put('boom.py', 'print("boom runs")\n1 / 0')
put('nameerr.py', 'undefined_thing')
t(lambda: importlib.import_module('syn'))
t(lambda: importlib.import_module('boom'))
t(lambda: importlib.import_module('boom'))
print('boom' in sys.modules)
t(lambda: importlib.import_module('nameerr'))
t(lambda: importlib.import_module('missing.mod'))
t(lambda: __import__('boom2'))
put('half.py', 'a = 1\nraise ValueError("half")')
t(lambda: importlib.import_module('half'))
put('pe/__init__.py', 'raise RuntimeError("init fails")')
put('pe/m.py', '')
t(lambda: importlib.import_module('pe.m'))
print([m for m in ('pe', 'pe.m', 'half') if m in sys.modules])
sys.modules['blocked'] = None
t(lambda: importlib.import_module('blocked'))
put('enc.py', '# coding: nonsense\n')
t(lambda: importlib.import_module('enc'))

# expect: SyntaxError invalid syntax
# expect: boom runs
# expect: ZeroDivisionError division by zero
# expect: boom runs
# expect: ZeroDivisionError division by zero
# expect: False
# expect: NameError name 'undefined_thing' is not defined
# expect: ModuleNotFoundError No module named 'missing'
# expect: ModuleNotFoundError No module named 'boom2'
# expect: ValueError half
# expect: RuntimeError init fails
# expect: []
# expect: ModuleNotFoundError import of blocked halted; None in sys.modules
# expect: SyntaxError unknown encoding: nonsense
