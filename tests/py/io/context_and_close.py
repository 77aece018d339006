def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
class C(io.StringIO):
    def close(s): print('closing'); super().close()
with C('x') as f: print(f.read())
try:
    with C() as f: raise ValueError('in with')
except ValueError as e: print(e, f.closed)
with f: pass

# exit: 1
# expect-error: ValueError: I/O operation on closed file.
# expect: x
# expect: closing
# expect: closing
# expect: in with True
