def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
class R(io.RawIOBase):
    def __init__(s, d): s.d, s.p = d, 0
    def readable(s): return True
    def readinto(s, b): c = s.d[s.p:s.p + len(b)]; b[:len(c)] = c; s.p += len(c); return len(c)
t(lambda: io.BufferedReader(R(b'hello\nworld\n')).readline())
t(lambda: io.TextIOWrapper(io.BufferedReader(R('é\nb'.encode())), encoding='utf-8').readlines())
t(lambda: R(b'abc').read(2))
t(lambda: R(b'abc').readall())
t(lambda: list(R(b'a\nb')))
t(lambda: io.BufferedReader(R(b'x' * 100), 10).read(95)[-1:])
class W(io.RawIOBase):
    out = b''
    def writable(s): return True
    def write(s, b): s.out += bytes(b); return len(b)
w = W(); bw = io.BufferedWriter(w, 8); bw.write(b'abc'); print(w.out); bw.write(b'defghijkl'); bw.flush(); print(w.out)
t1 = io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\r\n', write_through=True); t1.write('a\nb'); t1.flush(); print(t1.buffer.getvalue())
t(lambda: R(b'').write(b'x'))
t(lambda: io.RawIOBase().read())
t(lambda: io.IOBase().fileno())
t(lambda: io.BufferedReader(5))
t(lambda: io.TextIOWrapper(io.BytesIO(b'a'), encoding='utf-8').detach().read())
t(lambda: io.BufferedRWPair(R(b'q'), W()).read(1))

# expect: b'hello\n'
# expect: ['é\n', 'b']
# expect: b'ab'
# expect: b'abc'
# expect: [b'a\n', b'b']
# expect: b'x'
# expect: b''
# expect: b'abcdefghijkl'
# expect: b'a\r\nb'
# expect: NotImplementedError 
# expect: NotImplementedError 
# expect: UnsupportedOperation fileno
# expect: AttributeError 'int' object has no attribute 'readable'
# expect: b'a'
# expect: b'q'
