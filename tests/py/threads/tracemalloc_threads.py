# Memory is traced while many threads allocate, hand objects on and read the traces, and while tracing begins and ends under them.
import queue, sys, threading, tracemalloc

def made_here(n):
    return [bytes(100 + i) for i in range(n)]

stop = threading.Event()
handed = queue.Queue(50)
errors = []

def guarded(f):
    def run():
        try:
            while not stop.is_set():
                f()
        except BaseException as e:
            errors.append(repr(e))
            stop.set()
    return run

class Node:
    def __init__(self, payload):
        self.payload, self.me = payload, self

def produce():
    try:
        handed.put(made_here(20), timeout=0.01)
    except queue.Full:
        pass
def consume():
    try:
        handed.get(timeout=0.01)
    except queue.Empty:
        pass
def churn():
    d = {str(i): Node([i]) for i in range(50)}
    d.clear()
def look():
    mine = made_here(3)
    t = tracemalloc.get_object_traceback(mine[0])
    if t is not None and "tracemalloc_threads" not in t[-1].filename:
        raise ValueError(t)
    now, peak = tracemalloc.get_traced_memory()
    if now < 0 or peak < now:
        raise ValueError((now, peak))
def snapshot():
    if tracemalloc.is_tracing():
        try:
            s = tracemalloc.take_snapshot()
        except RuntimeError:
            return
        for t in s.traces[:100]:
            if t.size < 0 or len(t.traceback) < 1:
                raise ValueError(t)
rounds = 0
def switch():
    global rounds
    rounds += 1
    tracemalloc.start(1 + rounds % 4)
    if rounds % 3 == 0:
        tracemalloc.clear_traces()
    stop.wait(0.02)
    if rounds % 5 == 0:
        tracemalloc.stop()

threads = [threading.Thread(target=guarded(f)) for f in (produce, produce, consume, churn, churn, look, snapshot, switch)]
for t in threads:
    t.start()
stop.wait(1.0)
stop.set()
for t in threads:
    t.join()
print(errors)
tracemalloc.stop()
tracemalloc.start()

# What other threads make is traced, too, and goes when they let go of it.
def fill(out):
    out.extend(made_here(100))
lists = [[] for i in range(4)]
threads = [threading.Thread(target=fill, args=(l,)) for l in lists]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(all(tracemalloc.get_object_traceback(o) is not None for l in lists for o in l))
print(tracemalloc.get_traced_memory()[0] > 4 * 100 * 100)
tracemalloc.stop()
print(tracemalloc.get_traced_memory())
# expect: []
# expect: True
# expect: True
# expect: (0, 0)
