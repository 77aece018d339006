import queue, threading
q = queue.Queue(maxsize=2); q.put(1); q.put(2); print(q.full(), q.qsize(), q.empty())
for f in (lambda: q.put(3, block=False), lambda: q.put(3, timeout=0.01), lambda: (q.get(), q.get(), q.get_nowait()), lambda: q.get(timeout=0.01), lambda: q.put(1, timeout=-1), q.task_done, q.task_done, q.task_done):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
pq = queue.PriorityQueue()
for x in [(2, "b"), (1, "z"), (1, "a")]: pq.put(x)
print([pq.get() for _ in range(3)])
lq = queue.LifoQueue(); [lq.put(i) for i in range(3)]; print([lq.get() for _ in range(3)])
work = queue.Queue(); results = []; lock = threading.Lock()
def worker():
    while True:
        item = work.get()
        try:
            if item is None: break
            with lock: results.append(item * 2)
        finally: work.task_done()
ts = [threading.Thread(target=worker) for _ in range(3)]; [t.start() for t in ts]
for i in range(20): work.put(i)
work.join(); [work.put(None) for _ in ts]; [t.join() for t in ts]; print(sorted(results) == [i * 2 for i in range(20)])
sq = queue.SimpleQueue(); sq.put(5); print(sq.get(), sq.empty())
try: sq.get_nowait()
except queue.Empty as e: print(repr(e))
try: pq.put((1, {})); pq.put((1, {})); 
except TypeError as e: print(e)

# expect: True 2 False
# expect: Full 
# expect: Full 
# expect: Empty 
# expect: Empty 
# expect: ValueError 'timeout' must be a non-negative number
# expect: None
# expect: None
# expect: ValueError task_done() called too many times
# expect: [(1, 'a'), (1, 'z'), (2, 'b')]
# expect: [2, 1, 0]
# expect: True
# expect: 5 True
# expect: Empty()
