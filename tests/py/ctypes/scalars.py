# Numbers, characters and pointers: values, ranges, texts, and what is refused.
from ctypes import *

def t(f):
    try: print(repr(f()))
    except Exception as e: print(f"{type(e).__name__}: {e}")

integers = [c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint, c_long, c_ulong, c_longlong, c_ulonglong, c_size_t]
for T in integers:
    print(T.__name__, T._type_, sizeof(T), alignment(T), [T(v).value for v in (0, -1, 127, 128, 255, 2**31, -2**63, 2**64 + 5)])
for T in (c_float, c_double, c_longdouble):
    print(T.__name__, T(1.5), T(3), T(True).value, T(-0.0).value, bool(T(0.5)))
print(c_float(0.1).value, c_bool(5), c_bool([]), c_char(b"x"), c_char(65).value, c_char(bytearray(b"z")).value, c_wchar("\u20ac").value)
print(c_void_p(None), c_void_p(5), c_void_p(0).value, c_char_p(b"abc").value, c_char_p(), c_wchar_p("h\u00e9llo \U0001f600").value)
print(py_object([1]).value, py_object(None), py_object())
t(lambda: py_object().value)
x = c_int(3)
x.value += 4
print(x, x.value, bool(x), bool(c_int(0)), x._objects, x._b_base_, x._b_needsfree_)
for bad in ("x", 1.5, None, []):
    t(lambda: c_int(bad))
    t(lambda: c_double(bad) if bad != 1.5 else 0)
    t(lambda: c_char_p(bad) if bad is not None else 0)
    t(lambda: c_wchar_p(bad) if isinstance(bad, float) else 0)
    t(lambda: c_void_p(bad) if bad is not None else 0)
t(lambda: c_int(1, 2))
t(lambda: delattr(c_int(), "value"))
t(lambda: hash(c_int()))

class Index:
    def __index__(self): return 77
print(c_int(Index()), c_ushort(Index()).value)

class Mine(c_int):
    def __eq__(self, other): return self.value == other.value
print(type(Mine(4)), Mine(4) == Mine(4), Mine(4).value, issubclass(Mine, c_int), Mine._type_, sizeof(Mine))
print(repr(Mine(4)).startswith("<Mine object at"))

for v in (c_int.from_param(7), c_short.from_param(-2), c_double.from_param(2.5), c_char.from_param(b"a"), c_char.from_param(b"\0"), c_byte.from_param(3)):
    print(v)
print(c_int.from_param(x) is x, c_char_p.from_param(None), c_void_p.from_param(None))
t(lambda: c_char_p.from_param(5))
t(lambda: c_wchar_p.from_param(b"x"))
t(lambda: c_void_p.from_param(1.5))
class Holder: _as_parameter_ = 42
print(c_int.from_param(Holder()))

big = c_int.__ctype_be__
print(big, big.__ctype_le__ is c_int, c_int.__ctype_le__ is c_int, bytes(big(1)), big(258).value, bytes(c_double.__ctype_be__(1.0)))
base = type(c_int).__mro__[-3]
SimpleData = c_int.__base__
for attributes in ({}, {"_type_": 5}, {"_type_": "ii"}):
    t(lambda: type(c_int)("X", (SimpleData,), attributes))
t(lambda: SimpleData())
print(c_int * 3, (c_int * 3)._length_, (c_int * 3) is (c_int * 3), 2 * c_char)
t(lambda: c_int * -1)
t(lambda: c_int * (1 << 62))
for T in (c_int, c_int * 2, POINTER(c_int), CFUNCTYPE(None)):
    t(lambda: type(T).__init__(T, "again", (), {}))
New = type(Array).__new__(type(Array), "New", (Array,), {})
t(lambda: New())

# expect: c_byte b 1 1 [0, -1, 127, -128, -1, 0, 0, 5]
# expect: c_ubyte B 1 1 [0, 255, 127, 128, 255, 0, 0, 5]
# expect: c_short h 2 2 [0, -1, 127, 128, 255, 0, 0, 5]
# expect: c_ushort H 2 2 [0, 65535, 127, 128, 255, 0, 0, 5]
# expect: c_int i 4 4 [0, -1, 127, 128, 255, -2147483648, 0, 5]
# expect: c_uint I 4 4 [0, 4294967295, 127, 128, 255, 2147483648, 0, 5]
# expect: c_long l 8 8 [0, -1, 127, 128, 255, 2147483648, -9223372036854775808, 5]
# expect: c_ulong L 8 8 [0, 18446744073709551615, 127, 128, 255, 2147483648, 9223372036854775808, 5]
# expect: c_long l 8 8 [0, -1, 127, 128, 255, 2147483648, -9223372036854775808, 5]
# expect: c_ulong L 8 8 [0, 18446744073709551615, 127, 128, 255, 2147483648, 9223372036854775808, 5]
# expect: c_ulong L 8 8 [0, 18446744073709551615, 127, 128, 255, 2147483648, 9223372036854775808, 5]
# expect: c_float c_float(1.5) c_float(3.0) 1.0 -0.0 True
# expect: c_double c_double(1.5) c_double(3.0) 1.0 -0.0 True
# expect: c_longdouble c_longdouble(1.5) c_longdouble(3.0) 1.0 -0.0 True
# expect: 0.10000000149011612 c_bool(True) c_bool(False) c_char(b'x') b'A' b'z' €
# expect: c_void_p(None) c_void_p(5) None b'abc' c_char_p(None) héllo 😀
# expect: [1] py_object(None) py_object(<NULL>)
# expect: ValueError: PyObject is NULL
# expect: c_int(7) 7 True False None None 1
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: must be real number, not str
# expect: TypeError: bytes or integer address expected instead of str instance
# expect: 0
# expect: TypeError: cannot be converted to pointer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: 0
# expect: TypeError: bytes or integer address expected instead of float instance
# expect: TypeError: unicode string or integer address expected instead of float instance
# expect: TypeError: cannot be converted to pointer
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: must be real number, not NoneType
# expect: 0
# expect: 0
# expect: 0
# expect: TypeError: 'list' object cannot be interpreted as an integer
# expect: TypeError: must be real number, not list
# expect: TypeError: bytes or integer address expected instead of list instance
# expect: 0
# expect: TypeError: cannot be converted to pointer
# expect: TypeError: __init__ expected at most 1 argument, got 2
# expect: TypeError: can't delete attribute
# expect: TypeError: unhashable type
# expect: c_int(77) 77
# expect: <class '__main__.Mine'> True 4 True i 4
# expect: True
# expect: <cparam 'i' (7)>
# expect: <cparam 'h' (-2)>
# expect: <cparam 'd' (2.5)>
# expect: <cparam 'c' ('a')>
# expect: <cparam 'c' ('\x00')>
# expect: <cparam 'b' (3)>
# expect: True None None
# expect: TypeError: 'int' object cannot be interpreted as ctypes.c_char_p
# expect: TypeError: 'bytes' object cannot be interpreted as ctypes.c_wchar_p
# expect: TypeError: 'float' object cannot be interpreted as ctypes.c_void_p
# expect: <cparam 'i' (42)>
# expect: <class 'ctypes.c_int'> True True b'\x00\x00\x00\x01' 258 b'?\xf0\x00\x00\x00\x00\x00\x00'
# expect: AttributeError: class must define a '_type_' attribute
# expect: TypeError: class must define a '_type_' string attribute
# expect: ValueError: class must define a '_type_' attribute which must be a string of length 1
# expect: TypeError: abstract class
# expect: <class '__main__.c_int_Array_3'> 3 True <class '__main__.c_char_Array_2'>
# expect: ValueError: Array length must be >= 0, not -1
# expect: OverflowError: array too large
# expect: SystemError: StgInfo of 'c_int' is already initialized.
# expect: SystemError: StgInfo of 'c_int_Array_2' is already initialized.
# expect: SystemError: StgInfo of 'LP_c_int' is already initialized.
# expect: SystemError: StgInfo of 'CFunctionType' is already initialized.
# expect: TypeError: abstract class
