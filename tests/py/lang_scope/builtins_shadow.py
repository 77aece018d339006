import builtins
builtins.custom = 'from builtins'
print(custom)
custom = 'global'; print(custom)
del custom; print(custom)
del builtins.custom
try: custom
except NameError as e: print(e)
def f():
    global len
    old = len
    len = lambda x: -1
    r = len([1])
    del len
    return r, len([1]), old is len
print(f())
exec('print(len([1,2]))', {'len': lambda x: 'patched'})
exec('print(len([1,2]))', {'__builtins__': {'len': lambda x: 'b', 'print': print}})
try: exec('open', {'__builtins__': {}})
except NameError as e: print(e)
print(__builtins__ is builtins)

# expect: from builtins
# expect: global
# expect: from builtins
# expect: name 'custom' is not defined
# expect: (-1, 1, True)
# expect: patched
# expect: b
# expect: name 'open' is not defined
# expect: True
