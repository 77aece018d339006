# What zlib accepts and refuses; streams in pieces.
import zlib, copy
def t(s):
    try:
        print(s, '=>', repr(eval(s)))
    except Exception as e:
        print(s, '=>', type(e).__name__, e)
data = b"hello world " * 100
c = zlib.compress(data)
bad = c[:20] + b"\xff\xff\xff" + c[23:]
def f(n):
    d = zlib.decompressobj(); d.decompress(bad, n); print(len(d.unconsumed_tail)); r = d.flush(); return len(r), d.eof, d.unused_data, len(d.unconsumed_tail)
def g():
    d = zlib.decompressobj(); d.decompress(c + b"xyz"); r = d.decompress(b"abc"); return r, d.eof, d.unused_data, d.flush(), d.unused_data, d.flush()
def h():
    d = zlib.decompressobj(); d.decompress(c + b"xyz"); d.flush(); return d.decompress(b"abc"), d.unused_data
def k():
    z = zlib.compressobj(); z.compress(data); z.flush(); return z.compress(b"x")
def k2():
    z = zlib.compressobj(); z.compress(data); z.flush(); return z.flush()
def k3():
    z = zlib.compressobj(); z.compress(data); z.flush(); return z.copy()
def dd():
    z = zlib.compressobj(zdict=b"hello world"); x = z.compress(data) + z.flush(); return zlib.decompressobj(zdict=b"hello world").decompress(x) == data
def dd2(zd):
    z = zlib.compressobj(zdict=b"hello world"); x = z.compress(data) + z.flush(); return zlib.decompressobj(zdict=zd).decompress(x) == data
def ml():
    d = zlib.decompressobj(); out = []; x = c
    while True:
        p = d.decompress(x, 100); out.append(len(p)); x = d.unconsumed_tail
        if not x: break
    return out, len(d.flush()), d.eof
def zd(n):
    d = zlib._ZlibDecompressor(); out=[]; x = c+b"tail"
    while not d.eof:
        out.append(len(d.decompress(x, n))); x=b""
    return out, d.unused_data, d.needs_input
def zd2():
    d = zlib._ZlibDecompressor(); d.decompress(c); d.decompress(b"")
for s in [
    'f(1)',
    'f(5)',
    'f(100)',
    'g()',
    'h()',
    'k()',
    'k2()',
    'k3()',
    'dd()',
    'dd2(b"")',
    'dd2(b"zzz")',
    'dd2(None)',
    'dd2(5)',
    'ml()',
    'zd(100)',
    'zd(-1)',
    'zd2()',
    'zlib.compress()',
    'zlib.compress("x")',
    'zlib.compress(b"",77)',
    'zlib.compress(b"",1.5)',
    'zlib.compress(b"",wbits=99)',
    'zlib.decompress(c[:-3])',
    'zlib.decompress(b"")',
    'zlib.decompress(b"abc")',
    'zlib.decompress(c,wbits=99)',
    'zlib.decompress(c,bufsize=-1)',
    'zlib.decompress(c+b"x") == data',
    'zlib.decompress(bad)',
    'zlib.compressobj(99)',
    'zlib.compressobj(wbits=3)',
    'zlib.compressobj(zdict=5)',
    'zlib.compressobj(1,2,3,4,5,6,7)',
    'zlib.decompressobj(99)',
    'zlib.decompressobj(15,5)',
    'zlib.decompressobj().decompress(c,-1)',
    'zlib.decompressobj().decompress(b"zzzzz")',
    'zlib.decompressobj().decompress("zzzzz")',
    'zlib.decompressobj().flush(0)',
    'zlib.decompressobj().flush()',
    'zlib.compressobj().flush(99)',
    'zlib.compressobj().flush(0)',
    'zlib.adler32(b"abc")',
    'zlib.adler32(b"abc",-1)',
    'zlib.adler32(b"abc",2**40+7)',
    'zlib.crc32(b"abc",-1)',
    'zlib.crc32("abc")',
    'zlib.crc32(b"abc",1.5)',
    'zlib.crc32(b"",2**33+5)',
    'type(zlib.compressobj())',
    'type(zlib.decompressobj())',
    'type(zlib.compressobj())()',
    'zlib.error',
    'zlib.error.__mro__',
    'zlib._ZlibDecompressor(99)',
    'zlib._ZlibDecompressor().decompress(b"xxxx")',
    'zlib._ZlibDecompressor().decompress(c,5,6)',
    'copy.copy(zlib.decompressobj()).decompress(c)==data',
]:
    t(s)

# expect: 26
# expect: f(1) => (528, False, b'', 10)
# expect: 22
# expect: f(5) => (524, False, b'', 10)
# expect: 13
# expect: f(100) => (429, False, b'', 10)
# expect: g() => (b'', True, b'xyzabc', b'', b'xyzabc', b'')
# expect: h() => error Error -2 while decompressing data: inconsistent stream state
# expect: k() => error Error -2 while compressing data: inconsistent stream state
# expect: k2() => error Error -2 while flushing: inconsistent stream state
# expect: k3() => ValueError Inconsistent stream state
# expect: dd() => True
# expect: dd2(b"") => error Error -3 while setting zdict: invalid input data
# expect: dd2(b"zzz") => error Error -3 while setting zdict: invalid input data
# expect: dd2(None) => TypeError zdict argument must support the buffer protocol
# expect: dd2(5) => TypeError zdict argument must support the buffer protocol
# expect: ml() => ([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100], 0, True)
# expect: zd(100) => ([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100], b'tail', False)
# expect: zd(-1) => ([1200], b'tail', False)
# expect: zd2() => EOFError End of stream already reached
# expect: zlib.compress() => TypeError compress() takes at least 1 positional argument (0 given)
# expect: zlib.compress("x") => TypeError a bytes-like object is required, not 'str'
# expect: zlib.compress(b"",77) => error Bad compression level
# expect: zlib.compress(b"",1.5) => TypeError 'float' object cannot be interpreted as an integer
# expect: zlib.compress(b"",wbits=99) => error Bad compression level
# expect: zlib.decompress(c[:-3]) => error Error -5 while decompressing data: incomplete or truncated stream
# expect: zlib.decompress(b"") => error Error -5 while decompressing data: incomplete or truncated stream
# expect: zlib.decompress(b"abc") => error Error -3 while decompressing data: incorrect header check
# expect: zlib.decompress(c,wbits=99) => error Error -2 while preparing to decompress data: inconsistent stream state
# expect: zlib.decompress(c,bufsize=-1) => ValueError bufsize must be non-negative
# expect: zlib.decompress(c+b"x") == data => True
# expect: zlib.decompress(bad) => error Error -3 while decompressing data: invalid distance code
# expect: zlib.compressobj(99) => ValueError Invalid initialization option
# expect: zlib.compressobj(wbits=3) => ValueError Invalid initialization option
# expect: zlib.compressobj(zdict=5) => TypeError a bytes-like object is required, not 'int'
# expect: zlib.compressobj(1,2,3,4,5,6,7) => TypeError compressobj() takes at most 6 arguments (7 given)
# expect: zlib.decompressobj(99) => ValueError Invalid initialization option
# expect: zlib.decompressobj(15,5) => TypeError zdict argument must support the buffer protocol
# expect: zlib.decompressobj().decompress(c,-1) => ValueError max_length must be non-negative
# expect: zlib.decompressobj().decompress(b"zzzzz") => error Error -3 while decompressing data: incorrect header check
# expect: zlib.decompressobj().decompress("zzzzz") => TypeError a bytes-like object is required, not 'str'
# expect: zlib.decompressobj().flush(0) => ValueError length must be greater than zero
# expect: zlib.decompressobj().flush() => b''
# expect: zlib.compressobj().flush(99) => error Error -2 while flushing: inconsistent stream state
# expect: zlib.compressobj().flush(0) => b''
# expect: zlib.adler32(b"abc") => 38600999
# expect: zlib.adler32(b"abc",-1) => 42074420
# expect: zlib.adler32(b"abc",2**40+7) => 39780653
# expect: zlib.crc32(b"abc",-1) => 899311407
# expect: zlib.crc32("abc") => TypeError a bytes-like object is required, not 'str'
# expect: zlib.crc32(b"abc",1.5) => TypeError 'float' object cannot be interpreted as an integer
# expect: zlib.crc32(b"",2**33+5) => 5
# expect: type(zlib.compressobj()) => <class 'zlib.Compress'>
# expect: type(zlib.decompressobj()) => <class 'zlib.Decompress'>
# expect: type(zlib.compressobj())() => TypeError cannot create 'zlib.Compress' instances
# expect: zlib.error => <class 'zlib.error'>
# expect: zlib.error.__mro__ => (<class 'zlib.error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: zlib._ZlibDecompressor(99) => ValueError Invalid initialization option
# expect: zlib._ZlibDecompressor().decompress(b"xxxx") => error Error -3 while decompressing data: incorrect header check
# expect: zlib._ZlibDecompressor().decompress(c,5,6) => TypeError decompress() takes at most 2 arguments (3 given)
# expect: copy.copy(zlib.decompressobj()).decompress(c)==data => True
