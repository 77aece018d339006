# What stands in the place of the builtins' dict is asked for names as it is.
import types
def E(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__ + ':', e)
proxy = types.MappingProxyType
E(lambda: exec('import os', {'__builtins__': {}}))
E(lambda: exec('class A: pass', {'__builtins__': {}}))
E(lambda: eval('superglobal', {'__builtins__': proxy({'superglobal': 1})}))
E(lambda: exec('import foo', {'__builtins__': proxy({})}))
E(lambda: eval('print', {'__builtins__': proxy({})}))
E(lambda: eval('1 + 1', {'__builtins__': None}))
E(lambda: eval('open("x")', {'__builtins__': None}))
E(lambda: eval('(lambda: len)()', {'__builtins__': None}))
E(lambda: eval('x', {'__builtins__': 123}))
E(lambda: eval('eval("abs(-1)")', {'__builtins__': proxy({'eval': eval, 'abs': abs})}))

# expect: ImportError: __import__ not found
# expect: NameError: __build_class__ not found
# expect: 1
# expect: ImportError: __import__ not found
# expect: NameError: name 'print' is not defined
# expect: 2
# expect: TypeError: 'NoneType' object is not subscriptable
# expect: TypeError: 'NoneType' object is not subscriptable
# expect: TypeError: 'int' object is not subscriptable
# expect: 1
