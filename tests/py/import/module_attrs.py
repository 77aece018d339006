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
put('ma.py', '"""module doc"""\nx = 1\nclass C: pass\ndef f(): pass')
import ma
print(ma.__name__, ma.__doc__, ma.__package__, ma.C.__module__, ma.f.__module__, ma.__spec__.name, ma.__spec__.origin == ma.__file__, type(ma.__loader__).__name__)
print(sorted(k for k in vars(ma) if not k.startswith('__')), repr(ma).replace(root, 'ROOT'))
t(lambda: ma.nope)
del ma.x
t(lambda: ma.x)
ma.new = 5; print(ma.new)
ma.__name__ = 'renamed'; t(lambda: ma.zzz)
print('__builtins__' in vars(ma), ma.__spec__.parent == '', ma.__spec__.submodule_search_locations)

# expect: ma module doc  ma ma ma True SourceFileLoader
# expect: ['C', 'f', 'x'] <module 'ma' from 'ROOT/ma.py'>
# expect: AttributeError module 'ma' has no attribute 'nope'
# expect: AttributeError module 'ma' has no attribute 'x'
# expect: 5
# expect: AttributeError module 'renamed' has no attribute 'zzz'
# expect: True True None
