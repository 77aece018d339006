# What streams say to arguments and states that few programs try.
import io
import os


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(io.FileIO, 1.5)
attempt(io.FileIO, 10**10)
attempt(open, -(10**10))
attempt(open, -1)
for encoding in "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-8", "latin-1":
    attempt("a\udc80".encode, encoding, "surrogateescape")
    attempt("a\udc80".encode, encoding, "surrogatepass")

closed = io.BytesIO(b"a")
closed.close()
print(iter(closed) is closed)
attempt(next, closed)

text = io.TextIOWrapper(io.BytesIO(b"a\nb\n"))
text.readline()
attempt(text.reconfigure, newline="z")
attempt(text.reconfigure, encoding="ascii")
attempt(io.TextIOWrapper(io.BytesIO()).reconfigure, newline="z")

attempt(os.kill, 2**40, 0)
attempt(os.kill, -(2**40), 0)
result = os.stat_result(range(10))
print(result.st_atime, result.st_mtime, result.st_ctime, result.st_blocks)
print(os.stat_result(range(10), {"st_mtime": 1.5}).st_mtime, os.stat_result(range(13)).st_ctime)

# expect: TypeError expected str, bytes or os.PathLike object, not float
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: ValueError negative file descriptor
# expect: UnicodeEncodeError 'utf-16' codec can't encode character '\udc80' in position 1: surrogates not allowed
# expect: b'\xff\xfea\x00\x80\xdc'
# expect: UnicodeEncodeError 'utf-16-le' codec can't encode character '\udc80' in position 1: surrogates not allowed
# expect: b'a\x00\x80\xdc'
# expect: UnicodeEncodeError 'utf-16-be' codec can't encode character '\udc80' in position 1: surrogates not allowed
# expect: b'\x00a\xdc\x80'
# expect: UnicodeEncodeError 'utf-32-le' codec can't encode character '\udc80' in position 1: surrogates not allowed
# expect: b'a\x00\x00\x00\x80\xdc\x00\x00'
# expect: b'a\x80'
# expect: b'a\xed\xb2\x80'
# expect: b'a\x80'
# expect: UnicodeEncodeError 'latin-1' codec can't encode character '\udc80' in position 1: ordinal not in range(256)
# expect: True
# expect: ValueError I/O operation on closed file.
# expect: UnsupportedOperation It is not possible to set the encoding or newline of stream after the first read
# expect: UnsupportedOperation It is not possible to set the encoding or newline of stream after the first read
# expect: ValueError illegal newline value: z
# expect: OverflowError signed integer is greater than maximum
# expect: OverflowError signed integer is less than minimum
# expect: 7 8 9 None
# expect: 1.5 12
