e = 'before'
try: raise ValueError
except ValueError as e: pass
try: print(e)
except NameError as x: print(x)
def f():
    try: raise ValueError('v')
    except ValueError as e:
        e = 'rebound'
    try: return e
    except UnboundLocalError as u: return str(u)
print(f())
def g():
    try: raise ValueError
    except ValueError as e: del e
    return 'deleted fine'
print(g())
for i in range(2):
    try: raise KeyError(i)
    except KeyError as err: saved = err
print(repr(saved))
import weakref
class O: pass
def h():
    o = O(); r = weakref.ref(o)
    try: raise ValueError(o)
    except ValueError: pass
    del o
    return r
print(h()())

# expect: name 'e' is not defined
# expect: cannot access local variable 'e' where it is not associated with a value
# expect: deleted fine
# expect: KeyError(1)
# expect: None
