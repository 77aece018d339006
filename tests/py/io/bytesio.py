def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
f = io.BytesIO(b'hello')
t(lambda: f.read(2))
t(lambda: f.tell())
t(lambda: f.read1(1))
t(lambda: f.peek(1) if hasattr(f, 'peek') else 0)
t(lambda: f.read())
t(lambda: f.seek(-2, 2))
t(lambda: f.read())
t(lambda: f.seek(0))
t(lambda: f.write(b'J'))
t(lambda: f.getvalue())
t(lambda: f.getbuffer()[0])
t(lambda: f.truncate(2))
t(lambda: f.getvalue())
t(lambda: f.seek(5))
t(lambda: f.write(b'x'))
t(lambda: f.getvalue())
t(lambda: f.readinto(bytearray(2)))
t(lambda: f.seek(1, 1) if 0 else 0)
t(lambda: f.seekable())
b = f.getbuffer()
t(lambda: f.write(b'long string here....'))
b.release(); f.seek(0); f.write(b'ok'); print(f.getvalue())
t(lambda: f.write('str'))
t(lambda: f.seek(-1))
t(lambda: f.seek(0, 5))
t(lambda: io.BytesIO('a'))
t(lambda: list(io.BytesIO(b'a\nb')))
t(lambda: io.BytesIO(b'a\nb\nc').readlines(3))
t(lambda: io.BytesIO(b'ab').readline(1))
t(lambda: f.writelines([b'p', b'q']))
t(lambda: f.getvalue())
t(lambda: f.writelines(['a']))
t(lambda: f.close())
t(lambda: f.read())

# expect: b'he'
# expect: 2
# expect: b'l'
# expect: 0
# expect: b'lo'
# expect: 3
# expect: b'lo'
# expect: 0
# expect: 1
# expect: b'Jello'
# expect: 74
# expect: 2
# expect: b'Je'
# expect: 5
# expect: 1
# expect: b'Je\x00\x00\x00x'
# expect: 0
# expect: 0
# expect: True
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: b'ok\x00\x00\x00x'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError negative seek value -1
# expect: ValueError invalid whence (5, should be 0, 1 or 2)
# expect: TypeError a bytes-like object is required, not 'str'
# expect: [b'a\n', b'b']
# expect: [b'a\n', b'b\n']
# expect: b'a'
# expect: None
# expect: b'okpq\x00x'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: None
# expect: ValueError I/O operation on closed file.
