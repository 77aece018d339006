import threading, queue
q = queue.Queue(maxsize=5); out = []; lk = threading.Lock()
def prod(i):
    for k in range(100): q.put((i, k))
def cons():
    while True:
        x = q.get()
        if x is None: q.task_done(); break
        with lk: out.append(x)
        q.task_done()
ps = [threading.Thread(target=prod, args=(i,)) for i in range(3)]; cs = [threading.Thread(target=cons) for _ in range(2)]
[t.start() for t in ps + cs]; [t.join() for t in ps]; [q.put(None) for _ in cs]; [t.join() for t in cs]; q.join()
print(len(out), sorted(out) == [(i, k) for i in range(3) for k in range(100)], q.empty(), q.qsize())
for f in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: [q.put_nowait(1) for _ in range(9)], q.task_done if 0 else lambda: 1):
    try: f()
    except Exception as e: print(type(e).__name__)
try: queue.Queue().task_done()
except ValueError as e: print(e)

# expect: 300 True True 0
# expect: Empty
# expect: Empty
# expect: Full
# expect: task_done() called too many times
