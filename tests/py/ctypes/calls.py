# Calling C: every type as an argument and as a result, structures by value, out parameters, errors.
import os, sys
from ctypes import *
lib = CDLL(os.environ.get("SKEIN_CTYPES_LIBRARY") or os.path.join(os.path.dirname(sys.executable), "ctypes_test.so"), use_errno=True)
libc = CDLL(None)

def t(f):
    try: print(repr(f()))
    except Exception as e: print(f"{type(e).__name__}: {e}")

echoes = {"schar": (c_byte, [-128, 127]), "uchar": (c_ubyte, [0, 255]), "short": (c_short, [-32768]), "ushort": (c_ushort, [65535]), "int": (c_int, [-2**31]),
          "uint": (c_uint, [2**32 - 1]), "long": (c_long, [-2**63]), "ulong": (c_ulong, [2**64 - 1]), "longlong": (c_longlong, [-5]),
          "ulonglong": (c_ulonglong, [2**63]), "float": (c_float, [0.5, -1e30]), "double": (c_double, [1.1]), "longdouble": (c_longdouble, [2.25]),
          "bool": (c_bool, [True, False]), "char": (c_char, [b"q"]), "wchar": (c_wchar, ["\u20ac"]), "charp": (c_char_p, [b"text", None]),
          "wcharp": (c_wchar_p, ["wide", None]), "voidp": (c_void_p, [None, 12345])}
for name, (T, values) in echoes.items():
    f = lib["echo_" + name]
    f.argtypes, f.restype = [T], T
    print(name, [f(v) for v in values], [f(T(v)) for v in values])
f = lib.echo_int
f.restype = None
print(f(5))
f.restype = lambda n: n * 2
print(f(21))
f.restype = c_int
f.argtypes = None
print(f(7), f(c_short(8)), f.argtypes, f.restype)
class MyInt(c_int): pass
f.restype = MyInt
print(type(f(3)).__name__, f(3).value)
class Checked(c_int):
    @staticmethod
    def _check_retval_(v): return f"checked {v.value}"
f.restype = Checked
print(f(4))

lib.mixed.restype = c_double
lib.mixed.argtypes = [c_byte, c_short, c_int, c_long, c_float, c_double, c_longdouble, c_longlong, c_ubyte, c_double]
print(lib.mixed(1, 2, 3, 4, 5.5, 6.25, 7.125, 8, 9, 10))
lib.sum_doubles.restype = c_double
lib.sum_doubles.argtypes = [c_int]
print(lib.sum_doubles(4, c_double(1), c_double(2), c_double(3), c_double(4.5)))
buffer = create_string_buffer(100)
print(libc.snprintf(buffer, c_size_t(100), b"%d %s %.2f %c %ld", 42, b"str", c_double(2.5), ord("x"), c_long(-7)), buffer.value)

class Point(Structure): _fields_ = [("x", c_int), ("y", c_int)]
class Pair(Structure): _fields_ = [("a", c_double), ("b", c_double)]
class Odd(Structure): _fields_ = [("c", c_char), ("d", c_double)]
class Three(Structure): _fields_ = [("items", c_int * 3)]
class Big(Structure): _fields_ = [("a", c_long), ("b", c_long), ("c", c_long), ("d", c_long), ("text", c_char * 40)]
class Box(Structure): _fields_ = [("low", Point), ("high", Point)]
class Vector(Structure): _fields_ = [("x", c_float), ("y", c_float), ("z", c_float)]
def proto(f, restype, *argtypes): f.restype, f.argtypes = restype, argtypes; return f
r = proto(lib.swap_point, Point, Point)(Point(1, 2)); print(r.x, r.y)
r = proto(lib.scale_pair, Pair, Pair, c_double)(Pair(1.5, 2), 3); print(r.a, r.b)
r = proto(lib.next_odd, Odd, Odd)(Odd(b"a", 1)); print(r.c, r.d)
r = proto(lib.rotate, Three, Three)(Three((1, 2, 3))); print(list(r.items))
r = proto(lib.change_big, Big, Big)(Big(1, 2, 3, 4, b"big")); print(r.a, r.text)
print(proto(lib.area, c_long, Box)(Box((1, 1), (4, 6))))
r = proto(lib.cross, Vector, Vector, Vector)(Vector(1, 0, 0), Vector(0, 1, 0)); print(r.x, r.y, r.z)
p = Point(10, 20)
r = proto(lib.move_point, POINTER(Point), POINTER(Point), c_int, c_int)(p, 1, 2)
print(r.contents.x, r[0].y, p.x, addressof(r.contents) == addressof(p))
r = lib.move_point(byref(p), 1, 1); print(p.x, p.y)
r = lib.move_point(pointer(p), 1, 1); print(p.x, p.y)

q, rem = c_int(), c_int()
print(lib.divide(17, 5, byref(q), byref(rem)), q.value, rem.value)
F = CFUNCTYPE(c_int, c_int, c_int, POINTER(c_int), POINTER(c_int), use_errno=True)
divide = F(("divide", lib), ((1, "a"), (1, "b", 2), (2, "quotient"), (2, "remainder")))
print(divide(17, 5), divide(9), divide(b=3, a=10))
def check(result, function, args):
    print("errcheck", result, len(args), args[0])
    if result: raise OSError(get_errno(), "failed")
    return args
divide.errcheck = check
print(divide(8, 3))
t(lambda: divide(8, 0))
t(lambda: divide())
t(lambda: divide(1, 2, 3))
divide.errcheck = lambda result, function, args: "replaced"
print(divide(1, 1))
t(lambda: F(("divide", lib), ((1,),)))
t(lambda: F(("divide", lib), ((1,), (1,), (1,), (6,))))
t(lambda: F(("divide", lib), ((2,), (1,), (1,), (1,))))

set_errno(5)
print(lib.set_errno_to(7), get_errno(), set_errno(0))
lib.upper.restype = None
s = create_string_buffer(b"make me loud")
lib.upper(s); print(s.value)
lib.wide_length.argtypes, lib.wide_length.restype = [c_wchar_p], c_size_t
print(lib.wide_length("h\u00e9llo"), lib.wide_length(create_unicode_buffer("buffer")))
a = (c_int * 5)()
lib.fill_ints(a, 5); print(list(a))
lib.fill_ints(byref(a, 8), 2); print(list(a))
print(c_int.in_dll(lib, "an_int").value, c_char_p.in_dll(lib, "a_text").value)
c_int.in_dll(lib, "an_int").value = 43
print(c_int.in_dll(lib, "an_int").value)

f = proto(lib.echo_int, c_int, c_int)
for args in ((), (1, 2), ("x",), (None,), (1.5,), (1 << 40,)): t(lambda: f(*args))
g = lib.echo_long
g.argtypes = None
for args in ((1.5,), (1 << 70,), (object(),), ((1, 2),)): t(lambda: g(*args))
class AsInt: _as_parameter_ = -9
class AsPoint:
    @property
    def _as_parameter_(self): return Point(3, 4)
print(f(AsInt()), lib.swap_point(AsPoint()).x)
for name, value in (("argtypes", 5), ("argtypes", [5]), ("restype", 5), ("errcheck", 5)): t(lambda: setattr(f, name, value))
class U(Union): _fields_ = [("a", c_int), ("b", c_double)]
class UnionOf(Union): _fields_ = [("d", c_double), ("f", c_float)]
class Tagged(Structure): _fields_ = [("tag", c_int), ("u", U)]
class Mixed(Structure): _fields_ = [("d", c_double), ("u", UnionOf)]
r = proto(lib.invert_union, U, U)(U(a=5)); print(r.a)
r = proto(lib.half_union, UnionOf, UnionOf)(UnionOf(d=5)); print(r.d)
r = proto(lib.tag_union, Tagged, Tagged)(Tagged(3, U(b=1.5))); print(r.tag, r.u.b)
r = proto(lib.mix_union, Mixed, Mixed)(Mixed(2, UnionOf(d=0.25))); print(r.d, r.u.d)
class Bits(Structure): _fields_ = [("a", c_int, 3), ("b", c_uint, 7), ("c", c_int, 20), ("d", c_longlong, 33), ("e", c_char), ("f", c_ushort, 5)]
r = proto(lib.count_bits, Bits, Bits)(Bits(-2, 9, 1000, -1, b"a", 3)); print(r.a, r.b, r.c, r.d, r.e, r.f)
print(bool(CFUNCTYPE(c_int)()), bool(f))
print(proto(libc.strlen, c_size_t, c_char_p)(b"four"), proto(libc.atoi, c_int, c_char_p)(b"123"))

# expect: schar [-128, 127] [-128, 127]
# expect: uchar [0, 255] [0, 255]
# expect: short [-32768] [-32768]
# expect: ushort [65535] [65535]
# expect: int [-2147483648] [-2147483648]
# expect: uint [4294967295] [4294967295]
# expect: long [-9223372036854775808] [-9223372036854775808]
# expect: ulong [18446744073709551615] [18446744073709551615]
# expect: longlong [-5] [-5]
# expect: ulonglong [9223372036854775808] [9223372036854775808]
# expect: float [0.5, -1.0000000150474662e+30] [0.5, -1.0000000150474662e+30]
# expect: double [1.1] [1.1]
# expect: longdouble [2.25] [2.25]
# expect: bool [True, False] [True, False]
# expect: char [b'q'] [b'q']
# expect: wchar ['€'] ['€']
# expect: charp [b'text', None] [b'text', None]
# expect: wcharp ['wide', None] ['wide', None]
# expect: voidp [None, 12345] [None, 12345]
# expect: None
# expect: 42
# expect: 7 8 None <class 'ctypes.c_int'>
# expect: MyInt 3
# expect: checked 4
# expect: 55.875
# expect: 10.5
# expect: 16 b'42 str 2.50 x -7'
# expect: 2 1
# expect: 4.5 6.0
# expect: b'b' 1.5
# expect: [2, 3, 1]
# expect: 5 b'big!'
# expect: 15
# expect: 0.0 0.0 1.0
# expect: 11 22 11 True
# expect: 12 23
# expect: 13 24
# expect: 0 3 2
# expect: (3, 2) (4, 1) (3, 1)
# expect: errcheck 0 4 8
# expect: (2, 2)
# expect: errcheck -1 4 8
# expect: OSError: [Errno 33] failed
# expect: TypeError: required argument 'a' missing
# expect: TypeError: call takes exactly 2 arguments (3 given)
# expect: replaced
# expect: ValueError: paramflags must have the same length as argtypes
# expect: TypeError: paramflag value 6 not supported
# expect: TypeError: 'out' parameter 1 must be a pointer type, not c_int
# expect: 5 7 7
# expect: b'MAKE ME LOUD'
# expect: 5 6
# expect: [0, 1, 4, 9, 16]
# expect: [0, 1, 0, 1, 16]
# expect: 42 b'text of the library'
# expect: 43
# expect: TypeError: this function takes at least 1 argument (0 given)
# expect: 1
# expect: ArgumentError: argument 1: TypeError: 'str' object cannot be interpreted as an integer
# expect: ArgumentError: argument 1: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: ArgumentError: argument 1: TypeError: 'float' object cannot be interpreted as an integer
# expect: 0
# expect: ArgumentError: argument 1: TypeError: Don't know how to convert parameter 1
# expect: ArgumentError: argument 1: OverflowError: int too long to convert
# expect: ArgumentError: argument 1: TypeError: Don't know how to convert parameter 1
# expect: ArgumentError: argument 1: TypeError: Don't know how to convert parameter 1
# expect: -9 4
# expect: TypeError: _argtypes_ must be a sequence of types
# expect: TypeError: item 1 in _argtypes_ has no from_param method
# expect: TypeError: restype must be a type, a callable, or None
# expect: TypeError: the errcheck attribute must be callable
# expect: -6
# expect: 2.5
# expect: 4 -1.5
# expect: 0.25 2.0
# expect: -1 10 1001 0 b'b' 4
# expect: False True
# expect: 4 123
