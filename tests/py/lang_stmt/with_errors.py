class NoEnter:
    def __exit__(s, *a): pass
class NoExit:
    def __enter__(s): pass
for c in (NoEnter, NoExit, int):
    try:
        with c(): print('no')
    except TypeError as e: print(e)
# since-3.14: 'NoEnter' object does not support the context manager protocol => 'NoEnter' object does not support the context manager protocol (missed __enter__ method)
# since-3.14: 'int' object does not support the context manager protocol => 'int' object does not support the context manager protocol (missed __exit__ method)
# since-3.14: 'Inst' object does not support the context manager protocol => 'Inst' object does not support the context manager protocol (missed __exit__ method)
class BadEnter:
    def __enter__(s): raise RuntimeError('enter failed')
    def __exit__(s, *a): print('not called')
try:
    with BadEnter(): pass
except RuntimeError as e: print(e)
class BadExit:
    def __enter__(s): return s
    def __exit__(s, *a): raise RuntimeError('exit failed')
try:
    with BadExit(): raise ValueError('body')
except RuntimeError as e: print(e, '|', repr(e.__context__))
class Truthy:
    def __enter__(s): return s
    def __exit__(s, *a): return [1]
with Truthy(): raise SystemExit(3)
print('still here')
class Inst: pass
i = Inst(); i.__enter__ = lambda: 1; i.__exit__ = lambda *a: None
try:
    with i: pass
except TypeError as e: print(e)

# expect: 'NoEnter' object does not support the context manager protocol (missed __enter__ method)
# expect: 'NoExit' object does not support the context manager protocol (missed __exit__ method)
# expect: 'int' object does not support the context manager protocol (missed __exit__ method)
# expect: enter failed
# expect: exit failed | ValueError('body')
# expect: still here
# expect: 'Inst' object does not support the context manager protocol (missed __exit__ method)
