# tracemalloc: what is traced, where it says it was made, limits, peaks, snapshots, and how it is started.
# needs: 3.14
import os, subprocess, sys, tracemalloc, warnings

def lines(o):
    t = tracemalloc.get_object_traceback(o)
    return t and [(os.path.basename(f.filename), f.lineno) for f in reversed(t)]

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
print(tracemalloc.get_object_traceback([1]), tracemalloc.get_object_traceback(1))
for bad in (0, -1, 65536, "a", 2**80, 1.5):
    try:
        tracemalloc.start(bad)
    except Exception as e:
        print(type(e).__name__, e)
try:
    tracemalloc.take_snapshot()
except RuntimeError as e:
    print(e)

tracemalloc.start(2)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())

class Plain:
    pass
class Slots:
    __slots__ = "a", "b"
def inner(n):
    return [bytes(1000) for i in range(n)]
def outer(n):
    return inner(n)
x = outer(10)
print(lines(x), x is not None and lines(x[3])[0])
def kinds(i):
    yield Plain()
    yield Slots()
    yield [i]
    yield {i: i}
    yield {i}
    yield (i, i)
    yield str(i) * 3
    yield 10**40 * i
    yield lambda: i
    yield bytearray(5)
    yield 1e-300 * i
    yield iter([i])
    yield slice(i)
    yield range(i)
    yield complex(i, i)
    yield type("Made", (), {})
first = kinds.__code__.co_firstlineno
print([lines(o)[0][1] - first for o in kinds(7)])

# sizes
tracemalloc.clear_traces()
now, peak = tracemalloc.get_traced_memory()
big = bytes(1_000_000)
grown = tracemalloc.get_traced_memory()[0] - now
print(1_000_000 <= grown < 1_010_000)
del big
now, peak = tracemalloc.get_traced_memory()
print(now < 10_000, 1_000_000 <= peak < 1_020_000)
tracemalloc.reset_peak()
now, peak = tracemalloc.get_traced_memory()
print(peak < 10_000)
print(0 < tracemalloc.get_tracemalloc_memory())
l = []
for i in range(1000):
    l.append(i)
size = tracemalloc.get_traced_memory()[0]
print(8000 <= size < 25_000)
l.clear()
print(tracemalloc.get_traced_memory()[0] < size - 7000)

# snapshots
before = tracemalloc.take_snapshot()
kept = [bytes(500) for i in range(100)]
after = tracemalloc.take_snapshot()
top = after.compare_to(before, "lineno")[0]
print(os.path.basename(top.traceback[0].filename), top.traceback[0].lineno == lines(kept)[0][1], top.count_diff >= 101, top.size_diff > 50_000)
only = after.filter_traces((tracemalloc.Filter(True, __file__),))
print({os.path.basename(t.traceback[0].filename) for t in only.traces}, after.traceback_limit)
print(all(t.traceback.total_nframe >= 1 for t in after.traces))
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(kept))

# The source of a ResourceWarning
tracemalloc.start(3)
with warnings.catch_warnings():
    warnings.simplefilter("always")
    def show(message, category, filename, lineno, file=None, line=None):
        pass
    f = open(os.devnull)
    text = warnings.formatwarning
    shown = []
    warnings._showwarnmsg_impl = lambda m: shown.append(warnings._formatwarnmsg_impl(m))
    opened = sys._getframe().f_lineno - 4
    f = None
print("Object allocated at (most recent call last):" in shown[0], f"lineno {opened}" in shown[0], "f = open(os.devnull)" in shown[0])
tracemalloc.stop()

# Options
code = "import tracemalloc as t; print(t.is_tracing(), t.get_traceback_limit())"
def run(*options, **env):
    r = subprocess.run([sys.executable, *options, "-c", code], env=os.environ | env, capture_output=True, text=True)
    print(r.stdout.strip() or r.stderr.splitlines()[0].partition(": ")[2], r.returncode)
run()
run("-X", "tracemalloc")
run("-X", "tracemalloc=7")
run("-X", "tracemalloc=0")
run(PYTHONTRACEMALLOC="5")
run("-X", "tracemalloc=2", PYTHONTRACEMALLOC="5")
run("-E", PYTHONTRACEMALLOC="5")
run("-X", "tracemalloc=x")
run(PYTHONTRACEMALLOC="-1")
# expect: False (0, 0) 1
# expect: None None
# expect: ValueError the number of frames must be in range [1; 65535]
# expect: ValueError the number of frames must be in range [1; 65535]
# expect: ValueError the number of frames must be in range [1; 65535]
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError Python int too large to convert to C int
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: the tracemalloc module must be tracing memory allocations to take a snapshot
# expect: True 2
# expect: [('tracemalloc_use.py', 29), ('tracemalloc_use.py', 31)] ('tracemalloc_use.py', 29)
# expect: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]
# expect: True
# expect: True True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: tracemalloc_use.py True True True
# expect: {'tracemalloc_use.py'} 2
# expect: True
# expect: False (0, 0) None
# expect: True True True
# expect: False 1 0
# expect: True 1 0
# expect: True 7 0
# expect: False 1 0
# expect: True 5 0
# expect: True 2 0
# expect: False 1 0
# expect: config_init_tracemalloc: -X tracemalloc=NFRAME: invalid number of frames 1
# expect: config_init_tracemalloc: PYTHONTRACEMALLOC: invalid number of frames 1
