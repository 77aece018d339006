def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys, types
m = types.ModuleType('tmpmod'); m.v = 1; sys.modules['tmpmod'] = m
import tmpmod; print(tmpmod.v, tmpmod is m); del sys.modules['tmpmod']
try: import tmpmod
except ImportError as e: print(e)
t(lambda: isinstance(sys.modules, dict))
t(lambda: sys.modules['__main__'].__name__)
t(lambda: sys.modules['builtins'] is __builtins__)
t(lambda: all(isinstance(p, str) for p in sys.path))
t(lambda: len(sys.meta_path) >= 1)
t(lambda: isinstance(sys.path_hooks, list))
t(lambda: isinstance(sys.path_importer_cache, dict))
t(lambda: sys.modules[__name__].m is m)

# expect: 1 True
# expect: No module named 'tmpmod'
# expect: True
# expect: '__main__'
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
