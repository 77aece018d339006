# Submodules become attributes of the parent that sys.modules names in the end; names of a from list may be blocked.
import importlib.machinery
import os
import sys
import tempfile
import types
import warnings

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)


def write(name, text=""):
    os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
    with open(os.path.join(folder, name), "w") as f:
        f.write(text)


write("pack/__init__.py")
write("pack/leaves.py", "import sys\ndel sys.modules['pack']\nfrom . import other\n")
write("pack/other.py")
import pack.leaves
print(sorted(n for n in vars(pack) if not n.startswith("_")))

write("fixed/__init__.py", "import sys\n\n\nclass Fixed:\n    __slots__ = ()\n    __path__ = __path__\n    __spec__ = __spec__\n\n\nsys.modules[__name__] = Fixed()\n")
write("fixed/child.py")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import fixed.child
print([(w.category.__name__, str(w.message)) for w in caught], "fixed.child" in sys.modules)

sys.modules["pack.blocked"] = None
try:
    __import__("pack", fromlist=["blocked"])
except ImportError as e:
    print(type(e).__name__, e)
print(__import__("pack", fromlist=["absent"]).__name__)

print(type(__loader__).__name__, __loader__.name, __loader__.path == __file__)
spec = importlib.machinery.ModuleSpec("a", 5, origin="o")
same = types.SimpleNamespace(name="a", loader=5, origin="o", submodule_search_locations=None, cached=None, has_location=False)
print(spec == same, spec != same, spec == 5)
try:
    importlib.machinery.ModuleSpec()
except TypeError as e:
    print(e)
write("marked.py", "\ufeff# coding: utf8\n")
try:
    import marked
except SyntaxError as e:
    print(e.msg)

# expect: ['leaves', 'other']
# expect: [('ImportWarning', "Cannot set an attribute on 'fixed' for child module 'child'")] True
# expect: ModuleNotFoundError import of pack.blocked halted; None in sys.modules
# expect: pack
# expect: SourceFileLoader __main__ True
# expect: True False False
# expect: ModuleSpec.__init__() missing 2 required positional arguments: 'name' and 'loader'
# expect: encoding problem: utf8 with BOM
