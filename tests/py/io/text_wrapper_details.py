def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
b = io.BytesIO(); t1 = io.TextIOWrapper(b, encoding='utf-8', line_buffering=True)
t(lambda: t1.write('a'))
t(lambda: b.getvalue())
t(lambda: t1.write('b\n'))
t(lambda: b.getvalue())
t(lambda: t1.encoding)
t(lambda: t1.errors)
t(lambda: t1.line_buffering)
t(lambda: t1.write_through)
t(lambda: t1.tell())
t(lambda: t1.seek(0))
t(lambda: t1.read(1))
t(lambda: t1.reconfigure(encoding='latin-1') if 0 else 1)
t(lambda: t1.buffer is b)
t(lambda: t1.truncate(1))
t(lambda: b.getvalue())
u = io.TextIOWrapper(io.BytesIO('aé日\nx'.encode()), encoding='utf-8'); print(u.read(2), u.tell(), u.read(1)); k = u.tell(); r = u.read(); u.seek(k); print(u.read() == r)
v = io.TextIOWrapper(io.BytesIO(b'ok\xff'), encoding='utf-8', errors='replace'); print(ascii(v.read()))
z = io.TextIOWrapper(io.BytesIO(), encoding='utf-8'); z.write('x'); z.close()
t(lambda: z.write('y'))
t(lambda: io.TextIOWrapper(io.BytesIO(), encoding='nope'))
t(lambda: io.TextIOWrapper(5))
t(lambda: io.open is open)
t(lambda: io.DEFAULT_BUFFER_SIZE >= 8192)
t(lambda: issubclass(io.TextIOWrapper, io.TextIOBase))
t(lambda: issubclass(OSError, io.UnsupportedOperation))
t(lambda: io.UnsupportedOperation.__mro__[1].__name__)
t(lambda: io.SEEK_END)
t(lambda: io.text_encoding('x'))
import sys; t(lambda: io.text_encoding(None) == ('utf-8' if sys.flags.utf8_mode else 'locale'))
t(lambda: io.IncrementalNewlineDecoder(None, True).decode('a\r\nb\r'))

# expect: 1
# expect: b''
# expect: 2
# expect: b'ab\n'
# expect: 'utf-8'
# expect: 'strict'
# expect: True
# expect: False
# expect: 3
# expect: 0
# expect: 'a'
# expect: 1
# expect: True
# expect: 1
# expect: b'a'
# expect: aé 3 日
# expect: True
# expect: 'ok\ufffd'
# expect: ValueError I/O operation on closed file.
# expect: LookupError unknown encoding: nope
# expect: AttributeError 'int' object has no attribute 'readable'
# expect: True
# expect: True
# expect: True
# expect: False
# expect: 'OSError'
# expect: 2
# expect: 'x'
# expect: True
# expect: 'a\nb'
