# Imports with an empty sys.meta_path and without one, of modules that remove themselves, and of stars with an odd __all__.
import importlib.machinery
import json
import sys
import tempfile
import types
import warnings

print(sys.__loader__, type(json.__loader__).__module__, importlib.machinery.ModuleSpec)
saved = sys.meta_path
for finders in [], None:
    sys.meta_path = finders
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            import not_there
        except ImportError as e:
            print(type(e).__name__, e, [str(w.message) for w in caught])
sys.meta_path = saved

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
with open(folder + "/removes_itself.py", "w") as f:
    f.write("import sys\ndel sys.modules[__name__]\n")
try:
    import removes_itself
except KeyError as e:
    print(repr(e))


class Numbered:
    def __getitem__(self, i):
        return ["x", "y"][i]


module = sys.modules["stars"] = types.ModuleType("stars")
module.x, module.y = 1, 2
for names in Numbered(), "xy", {0: "y"}, 5, {"x"}, [3]:
    module.__all__ = names
    space = {}
    try:
        exec("from stars import *", space)
        print(type(names).__name__, sorted(k for k in space if k != "__builtins__"))
    except (TypeError, KeyError) as e:
        print(type(names).__name__, repr(e))

# expect: <class '_frozen_importlib.BuiltinImporter'> _frozen_importlib_external <class '_frozen_importlib.ModuleSpec'>
# expect: ModuleNotFoundError No module named 'not_there' ['sys.meta_path is empty']
# expect: ImportError sys.meta_path is None, Python is likely shutting down []
# expect: KeyError('removes_itself')
# expect: Numbered ['x', 'y']
# expect: str ['x', 'y']
# expect: dict TypeError('dict is not a sequence')
# expect: int TypeError("'int' object does not support indexing")
# expect: set TypeError("'set' object does not support indexing")
# expect: list TypeError('Item in stars.__all__ must be str, not int')
