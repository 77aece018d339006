import threading, queue, time
q = queue.Queue(3)
out = []
def prod():
    for i in range(10):
        q.put(i)
    q.put(None)
def cons():
    while (x := q.get()) is not None:
        out.append(x)
        q.task_done()
    q.task_done()
a, b = (threading.Thread(target=prod), threading.Thread(target=cons))
a.start()
b.start()
a.join()
b.join()
q.join()
print(out, q.empty(), q.qsize(), q.full())
for f in (
    lambda: q.get_nowait(), lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1),
    lambda: q.task_done(), lambda: [q.put(i) for i in range(3)] and q.put_nowait(9),
    lambda: q.put(1, timeout=0.01), lambda: q.put(1, timeout=-1),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
l = queue.LifoQueue()
[l.put(i) for i in range(3)]
print([l.get() for _ in range(3)])
p = queue.PriorityQueue()
[p.put(x) for x in ((2, 'b'), (1, 'z'), (1, 'a'))]
print([p.get() for _ in range(3)])
s = queue.SimpleQueue()
s.put(1)
print(s.get(), s.empty(), s.qsize())
cond = threading.Condition()
items = []
log = []
def c():
    with cond:
        while len(log) < 3:
            cond.wait_for(lambda: items)
            log.append(items.pop(0))
t = threading.Thread(target=c)
t.start()
for i in range(3):
    with cond:
        items.append(i)
        cond.notify_all()
    time.sleep(0.005)
t.join()
print(log)
with cond:
    print(cond.wait(0.01), cond.wait_for(lambda: False, timeout=0.01))
sem = threading.Semaphore(2)
peak = 0
cur = 0
lk = threading.Lock()
def worker():
    global peak, cur
    with sem:
        with lk:
            cur += 1
            peak = max(peak, cur)
        time.sleep(0.002)
        with lk:
            cur -= 1
ts = [threading.Thread(target=worker) for _ in range(8)]
[t.start() for t in ts]
[t.join() for t in ts]
print(peak <= 2, cur, sem.acquire(blocking=False), sem.acquire(timeout=0.01))
print(sem.acquire(blocking=False))
bar = threading.Barrier(3, action=lambda: log.append('barrier'))
idx = []
def bw():
    idx.append(bar.wait())
ts = [threading.Thread(target=bw) for _ in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(sorted(idx), log[-1], bar.parties, bar.n_waiting, bar.broken)
b2 = threading.Barrier(2)
try:
    b2.wait(0.01)
except threading.BrokenBarrierError as e:
    print('broken', repr(e), b2.broken)
b2.reset()
b2.abort()
try:
    b2.wait()
except threading.BrokenBarrierError:
    print('aborted')
ev = threading.Event()
t = threading.Thread(target=lambda: (ev.wait(), log.append('ev')))
t.start()
ev.set()
t.join()
print(log[-1], ev.is_set(), ev.clear(), ev.is_set())
total = 0
def add():
    global total
    for _ in range(2000):
        with lk:
            total += 1
ts = [threading.Thread(target=add) for _ in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(total)

# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] True 0 False
# expect: Empty 
# expect: Empty 
# expect: ValueError 'timeout' must be a non-negative number
# expect: ValueError task_done() called too many times
# expect: Full 
# expect: Full 
# expect: ValueError 'timeout' must be a non-negative number
# expect: [2, 1, 0]
# expect: [(1, 'a'), (1, 'z'), (2, 'b')]
# expect: 1 True 0
# expect: [0, 1, 2]
# expect: False False
# expect: True 0 True True
# expect: False
# expect: [0, 1, 2] barrier 3 0 False
# expect: broken BrokenBarrierError() True
# expect: aborted
# expect: ev True None False
# expect: 8000
