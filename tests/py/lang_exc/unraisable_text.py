# needs: 3.14
# What could not be raised names its object in the message.
import gc, re, sys
def hook(u): print(type(u.exc_value).__name__, re.sub(' at 0x[0-9a-f]+', '', u.err_msg), u.object)
sys.unraisablehook = hook
class D:
    def __del__(self): raise ValueError
D()
gc.collect()
def g():
    try: yield
    finally: raise KeyError
i = g()
next(i)
del i
gc.collect()
def fails(phase, info): raise TypeError
gc.callbacks.append(fails)
gc.collect()
gc.callbacks.clear()
# expect: ValueError Exception ignored while calling deallocator <function D.__del__> None
# expect: KeyError Exception ignored while closing generator <generator object g> None
# expect: TypeError Exception ignored while calling GC callback <function fails> None
# expect: TypeError Exception ignored while calling GC callback <function fails> None
