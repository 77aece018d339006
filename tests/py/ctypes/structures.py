# Structures and unions: places of fields, construction, nesting, anonymous fields, byte orders, what is kept alive.
from ctypes import *

def t(f):
    try: print(repr(f()))
    except Exception as e: print(f"{type(e).__name__}: {e}")

def show(T): print(T.__name__, sizeof(T), alignment(T), [(n, getattr(T, n).offset, getattr(T, n).size) for n, *_ in T._fields_])

class Point(Structure):
    _fields_ = [("x", c_int), ("y", c_int)]
class Rect(Structure):
    _fields_ = [("low", Point), ("high", Point), ("name", c_char * 5), ("weight", c_double)]
class Value(Union):
    _fields_ = [("i", c_int), ("d", c_double), ("b", c_ubyte * 8), ("p", Point)]
class Packed(Structure):
    _layout_ = "ms"
    _pack_ = 1
    _fields_ = [("a", c_char), ("b", c_int), ("c", c_double)]
class Packed2(Packed):
    _fields_ = [("d", c_short), ("e", c_longlong)]
for T in (Point, Rect, Value, Packed): show(T)
print(sizeof(Packed2), Packed2.a.offset, Packed2.d.offset, Packed2.e.offset)

p = Point(1, y=5)
print(p.x, p.y, Point().x, Point(y=3).y)
t(lambda: Point(1, 2, 3))
t(lambda: Point(1, x=2))
t(lambda: setattr(p, "x", "no"))
t(lambda: delattr(p, "x"))
t(lambda: Point.x.__get__(5, int))
p.other = "attributes of its own"
print(p.other)

r = Rect((1, 2), Point(3, 4), b"ab", 2.5)
print(r.low.x, r.low.y, r.high.x, r.high.y, r.name, r.weight)
r.low.x = 100
low = r.low
low.y = 200
print(r.low.x, r.low.y, low._b_base_ is r, r.low is r.low)
r.high = low
print(r.high.x, r.high.y)
r.name = b"12345"
print(r.name)
t(lambda: setattr(r, "name", b"123456"))
t(lambda: setattr(r, "name", "text"))
t(lambda: setattr(r, "low", 5))
t(lambda: setattr(r, "low", (1, "x")))
t(lambda: setattr(r, "low", Value()))

v = Value()
v.d = 1.0
print(v.i, list(v.b), v.p.y == 0x3ff00000)
v.b[7] = 0xbf
print(v.d)
print(Value(7).i, Value(d=0.5).d)

class Inner(Union):
    _fields_ = [("as_int", c_int), ("as_bytes", c_ubyte * 4)]
class Middle(Structure):
    _anonymous_ = ["u"]
    _fields_ = [("tag", c_int), ("u", Inner)]
class Outer(Structure):
    _anonymous_ = ["m"]
    _fields_ = [("first", c_long), ("m", Middle)]
o = Outer(1)
o.as_int = 0x01020304
print(list(o.as_bytes), o.m.u.as_int, Outer.as_int.offset, o.tag)

class Big(BigEndianStructure):
    _fields_ = [("a", c_short), ("b", c_int), ("c", c_double), ("d", c_ubyte), ("e", c_int * 2)]
b = Big(1, 2, 1.0, 4, (5, 6))
print(bytes(b).hex(), b.a, b.b, b.c, b.d, list(b.e))
class BigBits(BigEndianStructure):
    _fields_ = [("a", c_ushort, 3), ("b", c_ushort, 13)]
print(bytes(BigBits(5, 9)).hex(), BigBits(5, 9).a, BigBits(5, 9).b)
t(lambda: type(BigEndianStructure)("X", (BigEndianStructure,), {"_fields_": [("p", POINTER(c_int))]}))

class Node(Structure): pass
Node._fields_ = [("value", c_int), ("next", POINTER(Node))]
n3 = Node(3)
n2 = Node(2, pointer(n3))
n1 = Node(1, pointer(n2))
print(n1.next.contents.next.contents.value, bool(n3.next), sizeof(Node))
t(lambda: setattr(Node, "_fields_", []))
class Itself(Structure): pass
t(lambda: setattr(Itself, "_fields_", [("me", Itself)]))

class Text(Structure):
    _fields_ = [("s", c_char_p), ("w", c_wchar_p), ("o", py_object), ("items", POINTER(c_int))]
x = Text(b"bytes", "wide", ["list"])
print(x.s, x.w, x.o, sorted(x._objects))
x.items = (c_int * 3)(7, 8, 9)
print(x.items[:3], sorted(x._objects))
x.s = None
print(x.s)
y = Text()
t(lambda: y.o)

class Sub(Point):
    _fields_ = [("z", c_int)]
s = Sub(1, 2, 3)
print(s.x, s.y, s.z, sizeof(Sub), isinstance(s, Point))
class Plain(Point): pass
print(sizeof(Plain), Plain(4, 5).y)
class Empty(Structure): pass
print(sizeof(Empty), sizeof(Empty()))

class Aligned(Structure):
    _fields_ = [("c", c_char), ("s", c_short), ("d", c_double), ("f", c_char)]
show(Aligned)
make = type(Structure)
for attributes in ({"_pack_": -1, "_fields_": []}, {"_anonymous_": 5, "_fields_": []}, {"_anonymous_": ["q"], "_fields_": [("a", c_int)]},
                   {"_anonymous_": ["a"], "_fields_": [("a", c_int)]}, {"_fields_": [("a", c_double, 3)]}):
    t(lambda: make("X", (Structure,), attributes))
t(lambda: Structure())
t(lambda: sizeof(Structure))
print(Point.x.__get__(None, Point) is Point.x, type(Point.x).__name__)

# expect: Point 8 4 [('x', 0, 4), ('y', 4, 4)]
# expect: Rect 32 8 [('low', 0, 8), ('high', 8, 8), ('name', 16, 5), ('weight', 24, 8)]
# expect: Value 8 8 [('i', 0, 4), ('d', 0, 8), ('b', 0, 8), ('p', 0, 8)]
# expect: Packed 13 1 [('a', 0, 1), ('b', 1, 4), ('c', 5, 8)]
# expect: 23 0 13 15
# expect: 1 5 0 3
# expect: TypeError: too many initializers
# expect: TypeError: duplicate values for field 'x'
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: can't delete attribute
# expect: TypeError: not a ctype instance
# expect: attributes of its own
# expect: 1 2 3 4 b'ab' 2.5
# expect: 100 200 True False
# expect: 100 200
# expect: b'12345'
# expect: ValueError: bytes too long (6, maximum length 5)
# expect: TypeError: expected bytes, str found
# expect: TypeError: expected Point instance, got int
# expect: RuntimeError: (Point) TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: incompatible types, Value instance instead of Point instance
# expect: 0 [0, 0, 0, 0, 0, 0, 240, 63] True
# expect: -1.0
# expect: 7 0.5
# expect: [4, 3, 2, 1] 16909060 12 0
# expect: 00010000000000023ff000000000000004000000000000050000000600000000 1 2 1.0 4 [5, 6]
# expect: a009 5 9
# expect: TypeError: This type does not support other endian: <class '__main__.LP_c_int'>
# expect: 3 False 16
# expect: AttributeError: _fields_ is final
# expect: AttributeError: Structure or union cannot contain itself
# expect: b'bytes' wide ['list'] ['0', '1', '2']
# expect: [7, 8, 9] ['0', '1', '2', '3']
# expect: None
# expect: ValueError: PyObject is NULL
# expect: 1 2 3 12 True
# expect: 8 5
# expect: 0 0
# expect: Aligned 24 8 [('c', 0, 1), ('s', 2, 2), ('d', 8, 8), ('f', 16, 1)]
# expect: ValueError: _pack_ must be a non-negative integer
# expect: TypeError: _anonymous_ must be a sequence
# expect: AttributeError: type object 'X' has no attribute 'q'
# expect: AttributeError: type object 'c_int' has no attribute '_fields_'
# expect: TypeError: bit fields not allowed for type c_double
# expect: TypeError: abstract class
# expect: TypeError: this type has no size
# expect: True CField
