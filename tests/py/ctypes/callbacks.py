# C calls Python: argument and result types, exceptions, recursion, threads that C made.
import os, sys, threading, time
from ctypes import *
lib = CDLL(os.environ.get("SKEIN_CTYPES_LIBRARY") or os.path.join(os.path.dirname(sys.executable), "ctypes_test.so"))
libc = CDLL(None)

def t(f):
    try: print(repr(f()))
    except Exception as e: print(f"{type(e).__name__}: {e}")

IntFunction = CFUNCTYPE(c_int, c_int)
double = IntFunction(lambda v: v * 2)
print(lib.call_it(double, 21), lib.call_twice(double, 3), double(8))

Compare = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
values = (c_int * 10)(5, 3, 9, 1, 7, 2, 8, 0, 6, 4)
libc.qsort.restype = None
libc.qsort(values, len(values), sizeof(c_int), Compare(lambda a, b: a[0] - b[0]))
print(list(values))

@CFUNCTYPE(c_double, c_double, c_float)
def product(a, b): return a * b
lib.call_double.restype, lib.call_double.argtypes = c_double, [type(product), c_double, c_float]
print(lib.call_double(product, 1.5, 4))
seen = []
Wide = CFUNCTYPE(c_longlong, c_byte, c_ubyte, c_short, c_ushort, c_long, c_ulong)
lib.call_wide.restype = c_longlong
print(lib.call_wide(Wide(lambda *a: seen.extend(a) or -2**40)), seen)
lib.call_short.restype, lib.call_uchar.restype = c_short, c_ubyte
print(lib.call_short(CFUNCTYPE(c_short)(lambda: -2)), lib.call_uchar(CFUNCTYPE(c_ubyte)(lambda: 250)))

class Point(Structure): _fields_ = [("x", c_int), ("y", c_int)]
print(lib.call_point(CFUNCTYPE(c_int, Point)(lambda p: p.x * 100 + p.y), 3, 4))
def change(p):
    p.contents.x += 1
    return p[0].y
print(lib.call_point_at(CFUNCTYPE(c_int, POINTER(Point))(change), 5, 7))

class Mine(c_int): pass
print(lib.call_it(CFUNCTYPE(c_int, Mine)(lambda v: print(type(v).__name__) or v.value), 9))

def fact(n): return 1 if n < 2 else n * lib.call_it(recursive, n - 1)
recursive = IntFunction(fact)
print(lib.call_it(recursive, 10))

sys.unraisablehook = lambda u: print("ignored:", type(u.exc_value).__name__, u.exc_value)
print(lib.call_it(IntFunction(lambda v: 1 // 0), 1))
print(lib.call_it(IntFunction(lambda v: "text"), 1))
print(lib.call_it(IntFunction(lambda: 5), 1))
print(lib.call_it(IntFunction(lambda v: None), 1))
print(CFUNCTYPE(None, c_int)(lambda v: print("no result", v))(4))

class Methods(Structure): _fields_ = [("compare", CFUNCTYPE(c_int, c_void_p, c_void_p)), ("name", c_char_p)]
def table(): return Methods(Methods._fields_[0][1](lambda a, b: a + b), b"sum")
m = table()
print(lib.method_of(byref(m), c_void_p(3), c_void_p(4)), m.compare(1, 2), m.name)
lib.store(double)
print(lib.call_stored(5))
lib.store(None)
print(lib.call_stored(5))

for make in (lambda: CFUNCTYPE(Point)(lambda: 1), lambda: CFUNCTYPE(None, 5)(lambda: 1), lambda: IntFunction("x"), lambda: IntFunction(5, 5), lambda: IntFunction(1.5)):
    t(make)
Object = PYFUNCTYPE(py_object, py_object)
print(Object(lambda o: [o, o])({"k": 1}))
print(CFUNCTYPE(c_char, c_char)(lambda c: c.upper())(b"q"), CFUNCTYPE(c_bool, c_bool)(lambda b: not b)(False), CFUNCTYPE(c_wchar, c_wchar)(lambda c: c)("\u20ac"))

# Threads that the runtime did not start.
main = threading.get_ident()
lock, idents, total = threading.Lock(), set(), [0]
def from_c(v):
    with lock:
        idents.add(threading.get_ident())
        total[0] += v
    return v
print(lib.call_on_threads(IntFunction(from_c), 4, 50), total, main in idents, len(idents) >= 1)
background = IntFunction(from_c)
lib.start_background(background, 100)
n = 0
while total[0] < 199 * 100 + 50 and n < 10**7: n += 1
print(lib.join_background())
print(lib.call_on_threads(IntFunction(lambda v: threading.current_thread() is not threading.main_thread()), 3, 2))
print(lib.call_on_threads(IntFunction(lambda v: sum(i for i in range(100))), 2, 10))
print(lib.call_on_threads(IntFunction(lambda v: 1 // 0), 1, 1))
local, gone = threading.local(), []
class Token:
    def __del__(self): gone.append(1)
def hold(v):
    local.token = Token()
    return 1
print(lib.call_on_threads(IntFunction(hold), 3, 1))
end = time.monotonic() + 20
while len(gone) < 3 and time.monotonic() < end: time.sleep(0.01)
print(len(gone))

# expect: 42 12 16
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect: 6.0
# expect: -1099511627776 [-1, 255, -2, 65535, -3, 18446744073709551615]
# expect: -2 250
# expect: 304
# expect: 13
# expect: Mine
# expect: 9
# expect: 3628800
# expect: ignored: ZeroDivisionError division by zero
# expect: 0
# expect: ignored: TypeError 'str' object cannot be interpreted as an integer
# expect: 0
# expect: ignored: TypeError <lambda>() takes 0 positional arguments but 1 was given
# expect: 0
# expect: ignored: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 0
# expect: no result 4
# expect: None
# expect: 7 3 b'sum'
# expect: 10
# expect: -1
# expect: TypeError: invalid result type for callback function
# expect: TypeError: item 1 in _argtypes_ has no from_param method
# expect: TypeError: argument must be callable or integer function address
# expect: TypeError: function takes exactly 1 argument (2 given)
# expect: TypeError: argument must be callable or integer function address
# expect: [{'k': 1}, {'k': 1}]
# expect: b'Q' True €
# expect: 19900 [19900] False True
# expect: 4950
# expect: 6
# expect: 99000
# expect: ignored: ZeroDivisionError division by zero
# expect: 0
# expect: 3
# expect: 3
