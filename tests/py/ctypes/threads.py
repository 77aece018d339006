# Calls of many threads go on side by side, and nothing that threads do to the same object breaks it.
import os, sys, threading, time
from ctypes import *
lib = CDLL(os.environ.get("SKEIN_CTYPES_LIBRARY") or os.path.join(os.path.dirname(sys.executable), "ctypes_test.so"), use_errno=True)

def run(n, f):
    errors = []
    def body(i):
        try: f(i)
        except BaseException as e: errors.append(repr(e))
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads: t.start()
    for t in threads: t.join()
    return errors

start = time.monotonic()
print(run(8, lambda i: lib.nap(200)), time.monotonic() - start < 1.2)

results = {}
def errno_of_its_own(i):
    ok = True
    for k in range(200):
        set_errno(i)
        ok &= lib.set_errno_to(i + 100) == i and get_errno() == i + 100
    results[i] = ok
print(run(6, errno_of_its_own), all(results.values()), len(results))

class Shared(Structure):
    _fields_ = [("s", c_char_p), ("w", c_wchar_p), ("o", py_object), ("p", POINTER(c_int)), ("n", c_int), ("items", c_int * 4)]
shared = Shared(b"first", "first", ("first",), pointer(c_int(1)))
texts = [bytes([65 + i]) * 50 for i in range(6)]
allowed = set(texts) | {b"first"}
def mix(i):
    for k in range(400):
        shared.s = bytes([65 + i]) * 50
        assert shared.s in allowed
        shared.w = chr(97 + i) * 30
        assert len(shared.w) in (5, 30)
        shared.o = (i, k)
        o = shared.o
        assert type(o) is tuple
        shared.p = pointer(c_int(i))
        shared.n = k
        shared.items[k % 4] = i
        assert 0 <= shared.items[k % 4] < 6
        sum(shared.items)
print(run(6, mix))

box = py_object(None)
text = c_char_p(b"start")
def scalars(i):
    for k in range(1000):
        box.value = [i, k]
        v = box.value
        assert len(v) == 2
        text.value = b"%d" % k
        int(text.value) if text.value != b"start" else 0
print(run(6, scalars))

buffer = create_string_buffer(16)
def sizes(i):
    for k in range(300):
        if i == 0: resize(buffer, 16 + k)
        elif i == 1: resize(buffer, 16)
        else:
            buffer.raw
            buffer.value
            memoryview(buffer).nbytes
            buffer[0] = b"y"
print(run(5, sizes), sizeof(buffer) >= 16)

def classes(i):
    for k in range(60):
        T = c_int * (k + 1)
        assert T is c_int * (k + 1)
        assert POINTER(T) is POINTER(T)
        class S(Structure): _fields_ = [("a", T), ("b", POINTER(T))]
        s = S(b=pointer(T(7)))
        assert s.b.contents[0] == 7
print(run(4, classes))

class Late(Structure): pass
outcome = []
def define(i):
    try:
        Late._fields_ = [("a", c_int), ("b", c_long)]
        outcome.append("set")
    except AttributeError: outcome.append("final")
    x = Late()
    x.b = i
print(run(5, define), outcome.count("set"), sizeof(Late))

f = lib.echo_int
def prototypes(i):
    for k in range(300):
        if i == 0: f.argtypes = [c_int] if k % 2 else None
        elif i == 1: f.restype = c_long if k % 2 else c_int
        elif i == 2: f.errcheck = (lambda r, fn, a: r) if k % 2 else lambda r, fn, a: a
        else: assert f(k) == k
print(run(6, prototypes))

IntFunction = CFUNCTYPE(c_int, c_int)
def callbacks(i):
    for k in range(40):
        g = IntFunction(lambda v: v + i)
        assert lib.call_it(g, k) == k + i
    total = lib.call_on_threads(IntFunction(lambda v: 1), 3, 20)
    assert total == 60, total
print(run(4, callbacks))

# expect: [] True
# expect: [] True 6
# expect: []
# expect: []
# expect: [] True
# expect: []
# expect: [] 1 16
# expect: []
# expect: []
