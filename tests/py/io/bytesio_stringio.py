import io
b = io.BytesIO(b"line1\nline2\nend")
print(b.readline(), b.tell(), b.read1(3), b.readlines(), b.getvalue()[:3], b.getbuffer()[0])
b.seek(2); b.write(b"XY"); print(b.getvalue()); b.truncate(4); print(b.getvalue(), b.tell()); b.seek(8); b.write(b"z"); print(b.getvalue())
v = b.getbuffer(); v[0] = 65
try: b.write(b"longer" * 10)
except BufferError as e: print(e)
v.release(); print(b.getvalue()[:2])
s = io.StringIO("a\r\nb\nc\rd"); print(s.read().encode(), s.newlines)
s = io.StringIO("a\r\nb\nc\rd", newline=None); print(s.read().encode(), s.newlines)
s = io.StringIO(newline="\r\n"); s.write("x\ny"); print(s.getvalue().encode())
s = io.StringIO("hello"); s.seek(0, 2); s.write(" w"); print(s.getvalue(), s.tell()); s.seek(1); print(s.read(2), s.truncate(), s.getvalue())
for f in (lambda: io.StringIO(b"x"), lambda: io.BytesIO("x"), lambda: s.write(b"x"), lambda: b.write("x"), lambda: s.seek(1, 1), lambda: b.seek(-5), lambda: s.seek(-1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
s.close()
try: s.getvalue()
except ValueError as e: print(e)
t = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True); t.write("ab\n"); print(t.buffer.getvalue(), t.detach().getvalue())
try: t.write("x")
except ValueError as e: print(e)
class R(io.RawIOBase):
    def __init__(s): s.d = [b"ab", b"", b"cde", None]
    def readable(s): return True
    def readinto(s, buf):
        x = s.d.pop(0) if s.d else b""
        if x is None: return None
        buf[:len(x)] = x; return len(x)
br = io.BufferedReader(R()); print(br.read(1), br.read(), br.read(), br.read())
rw = io.BufferedRWPair(io.BytesIO(b"in"), io.BytesIO()); print(rw.read(), rw.write(b"o")); rw.flush()

# expect: b'line1\n' 6 b'lin' [b'e2\n', b'end'] b'lin' 108
# expect: b'liXY1\nline2\nend'
# expect: b'liXY' 4
# expect: b'liXY\x00\x00\x00\x00z'
# expect: Existing exports of data: object cannot be re-sized
# expect: b'Ai'
# expect: b'a\r\nb\nc\rd' None
# expect: b'a\nb\nc\nd' ('\r', '\n', '\r\n')
# expect: b'x\r\ny'
# expect: hello w 7
# expect: el 3 hel
# expect: TypeError initial_value must be str or None, not bytes
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError string argument expected, got 'bytes'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: OSError Can't do nonzero cur-relative seeks
# expect: ValueError negative seek value -5
# expect: ValueError Negative seek position -1
# expect: I/O operation on closed file
# expect: b'ab\n' b'ab\n'
# expect: underlying buffer has been detached
# expect: b'a' b'b' b'cde' b''
# expect: b'in' 1
