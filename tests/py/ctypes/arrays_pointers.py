# Arrays and pointers.
import warnings
from ctypes import *

def t(f):
    try: print(repr(f()))
    except Exception as e: print(f"{type(e).__name__}: {e}")

A = c_int * 5
a = A(1, 2, 3)
print(len(a), list(a), a[0], a[-1], a[1:4], a[::-2], a[10:], sizeof(a), A.__name__, A._type_, A._length_)
a[3] = 40
a[-1] = 50
a[0:2] = [10, 20]
a[::2] = (7, 8, 9)
print(list(a), 40 in a)
t(lambda: a[5])
t(lambda: a[-6])
t(lambda: a["x"])
t(lambda: a.__setitem__(5, 1))
t(lambda: a.__setitem__(0, "x"))
t(lambda: a.__delitem__(0))
t(lambda: a.__setitem__(slice(0, 2), [1]))
t(lambda: A(1, 2, 3, 4, 5, 6))
for bad in ({}, {"_type_": c_int}, {"_length_": 3}, {"_type_": c_int, "_length_": -3}, {"_type_": c_int, "_length_": "x"}, {"_type_": 5, "_length_": 2}, {"_type_": c_int, "_length_": 1 << 70}):
    t(lambda: type(Array)("X", (Array,), bad))

M = (c_double * 2) * 3
m = M((1, 2), (3, 4))
print([list(r) for r in m], m[1][1], sizeof(M), M.__name__)
m[2] = (c_double * 2)(5, 6)
row = m[2]
row[0] = 99
print(m[2][0], row._b_base_ is m)

s = create_string_buffer(b"hello", 10)
print(s.value, s.raw, len(s), s[0], s[1:3], sizeof(s))
s.value = b"xy"
print(s.raw)
s.raw = b"0123456789"
print(s.value, bytes(s))
t(lambda: setattr(s, "value", b"x" * 11))
t(lambda: setattr(s, "value", "text"))
t(lambda: setattr(s, "raw", b"x" * 11))
t(lambda: delattr(s, "raw"))
w = create_unicode_buffer("wide\u20ac", 8)
print(w.value, len(w), sizeof(w), w[4], w[0:4])
w.value = "12345678"
print(w.value)
t(lambda: setattr(w, "value", "123456789"))
t(lambda: setattr(w, "value", 5))
print(hasattr(a, "value"), hasattr(a, "raw"))

i = c_int(5)
p = pointer(i)
print(p.contents, p[0], bool(p), type(p).__name__, POINTER(c_int) is type(p), p.contents is i)
p[0] = 6
print(i)
p.contents = c_int(9)
print(p[0], i)
print(addressof(p.contents) == cast(p, c_void_p).value)
null = POINTER(c_int)()
print(bool(null))
for f in (lambda: null.contents, lambda: null[0], lambda: setattr(p, "contents", 5), lambda: delattr(p, "contents"), lambda: POINTER(c_int)(1),
          lambda: p["x"], lambda: p[0:], lambda: p[:3:-1], lambda: p.__setitem__(0, "x"), lambda: POINTER(5), lambda: pointer(5)):
    t(f)
q = cast(a, POINTER(c_int))
print(q[0], q[4], q[0:5], q[3:0:-1], q[:4:2], q._objects is not None)
c = cast(s, POINTER(c_char))
print(c[0:4], c[0])
pp = pointer(p)
pp.contents.contents.value = 11
print(p[0])
pp[0] = pointer(c_int(12))
print(p[0])
v = cast(p, c_void_p)
print(cast(v, POINTER(c_int))[0], bool(cast(None, POINTER(c_int))))
t(lambda: cast(p, c_int))
t(lambda: cast(p, 5))

Late = POINTER("Later")
class Later(Structure): _fields_ = [("next", Late), ("n", c_int)]
warnings.simplefilter("ignore")
SetPointerType(Late, Later)
l = Later(None, 5)
l.next = pointer(Later(None, 6))
print(l.next.contents.n, Late._type_ is Later)

P = POINTER(c_int)
print(P.from_param(None), type(P.from_param(i)).__name__, P.from_param(a) is a, P.from_param(p) is p)
for bad in (5, c_long(1), byref(c_long(1)), (c_long * 2)()):
    t(lambda: P.from_param(bad))
class Strings(Structure): _fields_ = [("names", c_char_p * 3)]
x = Strings((b"a", b"bc"))
print(list(x.names), x.names[1])

# expect: 5 [1, 2, 3, 0, 0] 1 0 [2, 3, 0] [0, 3, 1] [] 20 c_int_Array_5 <class 'ctypes.c_int'> 5
# expect: [7, 20, 8, 40, 9] True
# expect: IndexError: invalid index
# expect: IndexError: invalid index
# expect: TypeError: indices must be integers
# expect: IndexError: invalid index
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: Array does not support item deletion
# expect: ValueError: Can only assign sequence of same size
# expect: IndexError: invalid index
# expect: AttributeError: class must define a '_length_' attribute
# expect: AttributeError: class must define a '_length_' attribute
# expect: AttributeError: class must define a '_type_' attribute
# expect: ValueError: The '_length_' attribute must not be negative
# expect: TypeError: The '_length_' attribute must be an integer
# expect: TypeError: _type_ must have storage info
# expect: OverflowError: The '_length_' attribute is too large
# expect: [[1.0, 2.0], [3.0, 4.0], [0.0, 0.0]] 4.0 48 c_double_Array_2_Array_3
# expect: 99.0 True
# expect: b'hello' b'hello\x00\x00\x00\x00\x00' 10 b'h' b'el' 10
# expect: b'xy\x00lo\x00\x00\x00\x00\x00'
# expect: b'0123456789' b'0123456789'
# expect: ValueError: byte string too long
# expect: TypeError: bytes expected instead of str instance
# expect: ValueError: byte string too long
# expect: AttributeError: cannot delete attribute
# expect: wide€ 8 32 € wide
# expect: 12345678
# expect: ValueError: string too long
# expect: TypeError: unicode string expected instead of int instance
# expect: False False
# expect: c_int(5) 5 True LP_c_int True False
# expect: c_int(6)
# expect: 9 c_int(6)
# expect: True
# expect: False
# expect: ValueError: NULL pointer access
# expect: ValueError: NULL pointer access
# expect: TypeError: expected c_int instead of int
# expect: TypeError: Pointer does not support item deletion
# expect: TypeError: expected c_int instead of int
# expect: TypeError: Pointer indices must be integer
# expect: ValueError: slice stop is required
# expect: ValueError: slice start is required for step < 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: must be a ctypes type
# expect: TypeError: _type_ must have storage info
# expect: 7 9 [7, 20, 8, 40, 9] [40, 8, 20] [7, 8] True
# expect: b'0123' b'0'
# expect: 11
# expect: 12
# expect: 12 False
# expect: TypeError: cast() argument 2 must be a pointer type, not c_int
# expect: TypeError: cast() argument 2 must be a pointer type
# expect: 6 True
# expect: None CArgObject True True
# expect: TypeError: expected LP_c_int instance instead of int
# expect: TypeError: expected LP_c_int instance instead of c_long
# expect: TypeError: expected LP_c_int instance instead of pointer to c_long
# expect: TypeError: expected LP_c_int instance instead of c_long_Array_2
# expect: [b'a', b'bc', None] b'bc'
