# An extension module of CPython's is named when it is what was asked for.
import os, sys, tempfile

root = tempfile.mkdtemp()
sys.path.insert(0, root)
os.mkdir(root + '/pkg')
for name in 'pkg/__init__.py', 'pkg/both.py', 'pkg/both.abi3.so', 'pkg/fast.abi3.so', 'alone.so':
    open(os.path.join(root, name), 'w').close()


def attempt(name):
    try:
        __import__(name)
        print(name, 'imported')
    except ModuleNotFoundError as e:
        print(e.name, str(e).replace(root, 'ROOT'))


attempt('pkg.both')
attempt('pkg.fast')
attempt('alone')
attempt('pkg.none')

# Wheels on the path are found by importlib, too.
import importlib.util, zipfile
with zipfile.ZipFile(root + '/w.whl', 'w') as z:
    z.writestr('inwheel.py', 'x = 1')
sys.path.insert(0, root + '/w.whl')
print(importlib.util.find_spec('inwheel') is not None, [getattr(h, '__name__', '') for h in sys.path_hooks][0])
import inwheel
print(inwheel.x)

# expect: pkg.both imported
# expect: pkg.fast No module named 'pkg.fast': ROOT/pkg/fast.abi3.so is compiled for CPython and cannot be loaded
# expect: alone No module named 'alone': ROOT/alone.so is compiled for CPython and cannot be loaded
# expect: pkg.none No module named 'pkg.none'
# expect: True zipimporter
# expect: 1
