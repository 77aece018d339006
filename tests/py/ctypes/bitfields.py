# Bit fields lie where the compiler puts them.
import os, sys
from ctypes import *
lib = CDLL(os.environ.get("SKEIN_CTYPES_LIBRARY") or os.path.join(os.path.dirname(sys.executable), "ctypes_test.so"))

class Bits(Structure):
    _fields_ = [("a", c_int, 3), ("b", c_uint, 7), ("c", c_int, 20), ("d", c_longlong, 33), ("e", c_char), ("f", c_ushort, 5)]
class MoreBits(Structure):
    _fields_ = [("a", c_char), ("b", c_int, 4), ("c", c_int, 30), ("d", c_short, 9), ("e", c_short, 9)]
class Packed(Structure):
    _layout_ = "ms"
    _pack_ = 1
    _fields_ = [("a", c_char), ("b", c_int), ("c", c_short), ("d", c_double)]

for T, size, fill in ((Bits, lib.size_of_bits, lib.fill_bits), (MoreBits, lib.size_of_more_bits, lib.fill_more_bits), (Packed, lib.size_of_packed, lib.fill_packed)):
    x = T()
    fill(byref(x))
    print(T.__name__, size() == sizeof(T), [getattr(x, f[0]) for f in T._fields_])
    y = T(*[getattr(x, f[0]) for f in T._fields_])
    print(bytes(x) == bytes(y))

class Small(Structure):
    _fields_ = [("a", c_uint8, 1), ("b", c_uint8, 2), ("c", c_uint8, 5), ("flag", c_bool, 1), ("s", c_int8, 4)]
s = Small(3, 7, 63, True, -3)
print(s.a, s.b, s.c, s.flag, s.s, sizeof(Small))
s.b = 1
s.s = 9
print(s.a, s.b, s.c, s.s)

def t(f):
    try: print(repr(f()))
    except Exception as e: print(f"{type(e).__name__}: {e}")
for bits, T in ((0, c_int), (33, c_int), (-1, c_short), (3, c_float), (1, c_char_p), (2, c_int * 2)):
    t(lambda: type(Structure)("X", (Structure,), {"_fields_": [("a", T, bits)]}))
class U(Union):
    _fields_ = [("low", c_int, 4), ("all", c_int)]
u = U(all=0x75)
print(u.low, u.all)
u.low = 2
print(hex(u.all))

# expect: Bits True [-3, 100, -400000, -4000000000, b'x', 21]
# expect: True
# expect: MoreBits True [b'q', -5, 123456789, -200, 255]
# expect: True
# expect: Packed True [b'p', 123456, -7, 0.125]
# expect: True
# expect: 1 3 31 True -3 2
# expect: 1 1 31 -7
# expect: ValueError: number of bits invalid for bit field 'a'
# expect: ValueError: number of bits invalid for bit field 'a'
# expect: ValueError: number of bits invalid for bit field 'a'
# expect: TypeError: bit fields not allowed for type c_float
# expect: TypeError: bit fields not allowed for type c_char_p
# expect: TypeError: bit fields not allowed for type c_int_Array_2
# expect: 5 117
# expect: 0x72
