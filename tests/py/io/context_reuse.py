def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
f = io.StringIO('a'); f.close()
t(lambda: f.__enter__())
t(lambda: iter(f))
t(lambda: f.readable())
t(lambda: f.flush())
t(lambda: f.close())
t(lambda: f.seek(0))
g = io.BytesIO(b'z'); g.close()
t(lambda: g.getbuffer())
t(lambda: g.write(b''))
t(lambda: list(g))

# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file
# expect: None
# expect: None
# expect: ValueError I/O operation on closed file
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file.
