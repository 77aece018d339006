import sys, io
print(1, 2, sep="", end="|"); print(); print(sep="x"); print("a", "b", sep=None, end=None)
print(*range(3), sep=", ", end=".\n", flush=True)
b = io.StringIO(); print("x", [1], {"a": None}, file=b); print(repr(b.getvalue()))
for k in ({"sep": 1}, {"end": 2}, {"file": 5}, {"bad": 1}):
    try: print("v", **k)
    except Exception as e: print(type(e).__name__, e)
class W:
    def __init__(self): self.l = []
    def write(self, s): self.l.append(s)
w = W(); print("a", 1, file=w); print(w.l)
try: print("a", file=w, flush=True)
except AttributeError as e: print(e)
old = sys.stdout; sys.stdout = b; print("captured"); sys.stdout = old; print(b.getvalue().count("\n"))
sys.stdout = None; print("lost"); sys.stdout = old
print(sys.stdout.write("n\n")); print(sys.stdout.encoding, sys.stdout.errors, sys.stderr.errors)
class S:
    def __str__(self): return 5
try: print(S())
except TypeError as e: print(e)
import contextlib
with contextlib.redirect_stdout(io.StringIO()) as r: print("in"); help
print(repr(r.getvalue()))
del sys.stdout
try: print("x")
except RuntimeError as e: sys.stderr.write(str(e) + "\n")
sys.stdout = old

# expect: 12|
# expect:
# expect: a b
# expect: 0, 1, 2.
# expect: "x [1] {'a': None}\n"
# expect: TypeError sep must be None or a string, not int
# expect: TypeError end must be None or a string, not int
# expect: AttributeError 'int' object has no attribute 'write'
# expect: TypeError print() got an unexpected keyword argument 'bad'
# expect: ['a', ' ', '1', '\n']
# expect: 'W' object has no attribute 'flush'
# expect: 2
# expect: n
# expect: 2
# expect: utf-8 surrogateescape backslashreplace
# expect: __str__ returned non-string (type int)
# expect: 'in\n'
