# Memory: buffers shared with Python objects, memoryviews, pickles, resizing, strings at addresses.
import array, copy, pickle, struct, sys
from ctypes import *

def t(f):
    try: print(repr(f()))
    except Exception as e: print(f"{type(e).__name__}: {e}")

class Point(Structure): _fields_ = [("x", c_int), ("y", c_int)]
class Mixed(Structure): _fields_ = [("a", c_int), ("b", c_char), ("c", c_short * 3), ("d", c_double)]

data = bytearray(range(16))
x = c_int.from_buffer(data, 4)
print(hex(x.value), type(x._objects).__name__, x._b_needsfree_)
x.value = -1
print(data.hex())
t(lambda: data.append(1))
a = (c_short * 4).from_buffer(data)
a[0] = 0x4142
print(data[:2], a._b_base_)
p = Point.from_buffer(array.array("i", [3, 4, 5]), 4)
print(p.x, p.y)
c = Point.from_buffer_copy(b"\1\0\0\0\2\0\0\0")
print(c.x, c.y, c._b_needsfree_)
for f in (lambda: c_int.from_buffer(b"1234"), lambda: c_int.from_buffer(bytearray(2)), lambda: c_int.from_buffer(bytearray(8), -1), lambda: c_int.from_buffer(5),
          lambda: c_int.from_buffer_copy(b"12"), lambda: c_int.from_buffer_copy(b"12345", 2), lambda: Structure.from_buffer(data),
          lambda: c_int.from_buffer(memoryview(bytearray(16))[::2])):
    t(f)
y = c_int(77)
z = c_int.from_address(addressof(y))
z.value += 1
print(y.value, z._b_needsfree_)
t(lambda: c_int.from_address("x"))

for o in (c_int(1), c_long(1), c_char(b"x"), c_bool(True), c_double(2), (c_int * 3)(1, 2, 3), ((c_short * 2) * 3)(), Point(1, 2), Mixed(), POINTER(c_int)(), POINTER(c_int * 3)(),
          CFUNCTYPE(None)(), c_void_p(), (Point * 2)()):
    m = memoryview(o)
    print(m.format, m.shape, m.itemsize, m.nbytes, m.ndim, m.readonly)
m = memoryview((c_int * 3)(1, 2, 3))
print(bytes(m))
point = Point(1, 2)
memoryview(point).cast("B")[0] = 9
print(point.x, bytes(point).hex(), len(bytearray(point)))
numbers = (c_double * 3)(1, 2, 3)
struct.pack_into("d", numbers, 8, 7.5)
print(list(numbers))

for o in (c_int(5), c_double(2.5), Point(3, 4), c_wchar("w")):
    back = pickle.loads(pickle.dumps(o))
    print(type(back).__name__, bytes(back) == bytes(o), back is not o)
point.extra = [1]
twin = copy.deepcopy(point)
print(twin.x, twin.extra, twin.extra is not point.extra)
for o in (POINTER(c_int)(), c_char_p(b"x"), CFUNCTYPE(None)(), c_void_p(1)): t(lambda: pickle.dumps(o))

s = create_string_buffer(b"abc", 4)
resize(s, 40)
print(sizeof(s), sizeof(type(s)), s.raw[:5], len(s))
memmove(addressof(s) + 30, b"tail", 4)
print(s.raw[30:34])
r = Point(5, 6)
view = memoryview(r)
resize(r, 100)
r.y = 60
print(sizeof(r), r.x, r.y, bytes(view)[:4])
resize(r, 8)
print(sizeof(r), r.y)
t(lambda: resize(r, 4))
t(lambda: resize(5, 4))
t(lambda: resize(c_int.from_buffer(bytearray(4)), 10))
t(lambda: resize(r, "x"))

b = create_string_buffer(b"hello\0world")
print(string_at(b), string_at(addressof(b) + 6, 3), string_at(byref(b, 1)), string_at(b"bytes", 2))
w = create_unicode_buffer("wide text")
print(wstring_at(w), wstring_at(addressof(w) + 5 * sizeof(c_wchar), 3))
memset(b, ord("x"), 3)
print(b.value)
memmove(b, b"12", 2)
print(b.value)
print(sizeof(Point), sizeof(Point * 3), alignment(c_double), alignment(Mixed()))
for f in (lambda: sizeof(5), lambda: alignment(5), lambda: addressof(5), lambda: byref(5), lambda: byref(c_int(), "x")): t(f)

# expect: 0x7060504 memoryview 0
# expect: 00010203ffffffff08090a0b0c0d0e0f
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: bytearray(b'BA') None
# expect: 4 5
# expect: 1 2 1
# expect: TypeError: underlying buffer is not writable
# expect: ValueError: Buffer size too small (2 instead of at least 4 bytes)
# expect: ValueError: offset cannot be negative
# expect: TypeError: memoryview: a bytes-like object is required, not 'int'
# expect: ValueError: Buffer size too small (2 instead of at least 4 bytes)
# expect: ValueError: Buffer size too small (5 instead of at least 6 bytes)
# expect: TypeError: abstract class
# expect: TypeError: underlying buffer is not C contiguous
# expect: 78 0
# expect: TypeError: integer expected
# expect: <i () 4 4 0 False
# expect: <q () 8 8 0 False
# expect: <c () 1 1 0 False
# expect: <? () 1 1 0 False
# expect: <d () 8 8 0 False
# expect: <i (3,) 4 12 1 False
# expect: <h (3, 2) 2 12 2 False
# expect: T{<i:x:<i:y:} () 8 8 0 False
# expect: T{<i:a:<c:b:x(3)<h:c:4x<d:d:} () 24 24 0 False
# expect: &<i () 8 8 0 False
# expect: &(3)<i () 8 8 0 False
# expect: X{} () 8 8 0 False
# expect: <P () 8 8 0 False
# expect: T{<i:x:<i:y:} (2,) 8 16 1 False
# expect: b'\x01\x00\x00\x00\x02\x00\x00\x00\x03\x00\x00\x00'
# expect: 9 0900000002000000 8
# expect: [1.0, 7.5, 3.0]
# expect: c_int True True
# expect: c_double True True
# expect: Point True True
# expect: c_wchar True True
# expect: 9 [1] True
# expect: ValueError: ctypes objects containing pointers cannot be pickled
# expect: ValueError: ctypes objects containing pointers cannot be pickled
# expect: ValueError: ctypes objects containing pointers cannot be pickled
# expect: ValueError: ctypes objects containing pointers cannot be pickled
# expect: 40 4 b'abc\x00\x00' 4
# expect: b'tail'
# expect: 100 5 60 b'\x05\x00\x00\x00'
# expect: 8 60
# expect: ValueError: minimum size is 8
# expect: TypeError: expected ctypes instance
# expect: ValueError: Memory cannot be resized because this object doesn't own it
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: b'hello' b'wor' b'ello' b'by'
# expect: wide text tex
# expect: b'xxxlo'
# expect: b'12xlo'
# expect: 8 24 8 8
# expect: TypeError: this type has no size
# expect: TypeError: no alignment info
# expect: TypeError: invalid type
# expect: TypeError: byref() argument must be a ctypes instance, not 'int'
# expect: TypeError: 'str' object cannot be interpreted as an integer
