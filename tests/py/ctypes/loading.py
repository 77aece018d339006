# Libraries, functions and variables by name; what is not there.
import ctypes, ctypes.util, os, sys
from ctypes import *
path = os.environ.get("SKEIN_CTYPES_LIBRARY") or os.path.join(os.path.dirname(sys.executable), "ctypes_test.so")

def t(f):
    try: print(repr(f()))
    except Exception as e: print(f"{type(e).__name__}: {str(e).split(': ')[-1] if isinstance(e, (OSError, AttributeError, ValueError)) else e}")

lib = CDLL(path)
print(lib._name == path, lib.echo_int is lib.echo_int, lib["echo_int"] is lib["echo_int"], lib.echo_int.__name__)
print(CDLL(os.fsencode(path)).echo_int(3), CDLL(None, handle=lib._handle).echo_int(4), cdll.LoadLibrary(path).echo_int(5))
t(lambda: lib.not_there)
t(lambda: lib.__not_there__)
t(lambda: CDLL("/nonexistent/library.so"))
t(lambda: CDLL(5))
t(lambda: c_int.in_dll(lib, "not_there"))
t(lambda: c_int.in_dll(5, "x"))
t(lambda: lib[5])
F = CFUNCTYPE(c_int, c_int)
print(F(("echo_int", lib))(6), F((b"echo_int", lib))(7), F(cast(lib.echo_int, c_void_p).value)(8))
t(lambda: F(("echo_int", 5)))
t(lambda: F(("not_there", lib)))
t(lambda: F(("echo_int", lib, 3)))
import _ctypes
handle = _ctypes.dlopen(path, RTLD_LOCAL)
address = _ctypes.dlsym(handle, "echo_int")
print(F(address)(9), _ctypes.call_function(address, (10,)), _ctypes.dlclose(handle))
t(lambda: _ctypes.dlsym(lib._handle, "not_there"))
print(ctypes.util.find_library("c").startswith("libc.so"), ctypes.util.find_library("no such library"))
print(CDLL(ctypes.util.find_library("m")).abs(-3))
print(type(pythonapi).__name__, repr(lib).startswith("<CDLL '"))
class Pair(Structure): _fields_ = [("x", c_int), ("y", c_double)]
pair = Pair.in_dll(lib, "a_pair")
print(pair.x, pair.y)
print(_ctypes.buffer_info(c_int), _ctypes.buffer_info((c_int * 3) * 2), _ctypes.buffer_info(Pair))
set_errno(3)
print(get_errno(), set_errno(4), get_errno())
import ctypes.wintypes
print(sizeof(ctypes.wintypes.VARIANT_BOOL), ctypes.wintypes.VARIANT_BOOL(True).value, bytes(ctypes.wintypes.VARIANT_BOOL(True)))

# expect: True True False echo_int
# expect: 3 4 5
# expect: AttributeError: not_there
# expect: AttributeError: __not_there__
# expect: OSError: No such file or directory
# expect: TypeError: expected str, bytes or os.PathLike object, not int
# expect: ValueError: not_there
# expect: AttributeError: 'int' object has no attribute '_handle'
# expect: TypeError: function name must be string, bytes object or integer
# expect: 6 7 8
# expect: AttributeError: 'int' object has no attribute '_handle'
# expect: AttributeError: not_there
# expect: TypeError: illegal func_spec argument
# expect: 9 10 None
# expect: OSError: not_there
# expect: True None
# expect: 3
# expect: PyDLL True
# expect: 7 2.5
# expect: ('<i', 0, ()) ('<i', 2, (2, 3)) ('T{<i:x:4x<d:y:}', 0, ())
# expect: 3 3 4
# expect: 2 True b'\xff\xff'
