# A module that dies in a cycle leaves the variables to functions that outlive it.
import gc
import types
import weakref


class Holder:
    pass


m = types.ModuleType("m")
exec("limit = 3\ndef f():\n    return limit\n", m.__dict__)
f = m.f
h = Holder()
h.module, h.me = m, h
seen = weakref.ref(m)
del h, m
gc.collect()
print(seen(), f())
# expect: None 3
