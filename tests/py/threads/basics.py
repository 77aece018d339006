import threading, time, queue
res = []
lock = threading.Lock()
def w(n, k=0):
    with lock:
        res.append((n, k))
ts = [threading.Thread(target=w, args=(i,), kwargs={'k': i * 2}, name=f'w{i}') for i in range(5)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(res), [t.name for t in ts], [t.is_alive() for t in ts], threading.active_count())
print(threading.main_thread().name, threading.current_thread() is threading.main_thread())
print(ts[0].daemon, ts[0].ident is not None, ts[0].native_id is not None)
t = threading.Thread(target=lambda: None)
for f in (
    lambda: t.join(), lambda: t.start(), lambda: t.start(),
    lambda: threading.Thread(target=5).start() if False else 'skip',
    lambda: threading.current_thread().join(), lambda: threading.Thread(group=1),
    lambda: setattr(t, 'daemon', True), lambda: lock.release(), lambda: threading.Semaphore(-1),
    lambda: threading.RLock().release(), lambda: threading.Condition().wait(),
    lambda: threading.Condition().notify(), lambda: lock.acquire(False, 1),
    lambda: lock.acquire(timeout=-2), lambda: threading.BoundedSemaphore(1).release(),
    lambda: lock.acquire(timeout=10000000000.0), lambda: threading.Event().wait('x'),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t.join()
print(lock.locked(), threading.Event().wait(0.01))
r = threading.RLock()
r.acquire()
r.acquire()
print(r.acquire(blocking=False))
r.release()
r.release()
r.release()
class My(threading.Thread):
    def __init__(s, n):
        super().__init__(name=f'my-{n}')
        s.n = n
    def run(s):
        s.result = s.n ** 2
ms = [My(i) for i in range(4)]
[m.start() for m in ms]
[m.join() for m in ms]
print([m.result for m in ms], [m.name for m in ms])
loc = threading.local()
loc.x = 'main'
out = []
def lw():
    out.append(hasattr(loc, 'x'))
    loc.x = 'thr'
    out.append(loc.x)
t = threading.Thread(target=lw)
t.start()
t.join()
print(out, loc.x, vars(loc))
class L2(threading.local):
    z = 1
    def __init__(s, v):
        s.v = v
l2 = L2(5)
got = []
t = threading.Thread(target=lambda: got.append((l2.v, l2.z)))
l2.v = 6
t.start()
t.join()
print(got, l2.v)
def boom():
    raise RuntimeError('b')
old = threading.excepthook
threading.excepthook = lambda a: print('hook', a.exc_type.__name__, a.exc_value, a.thread.name)
t = threading.Thread(target=boom, name='bt')
t.start()
t.join()
threading.excepthook = old
tm = threading.Timer(0.01, lambda: print('timer'))
tm.start()
tm.join()
tm = threading.Timer(10, print)
tm.start()
tm.cancel()
tm.join()
print(tm.finished.is_set())
print(threading.get_ident() == threading.main_thread().ident, threading.stack_size())
print(threading.TIMEOUT_MAX > 1000000.0, [x.name for x in threading.enumerate()])
def sysexit():
    raise SystemExit(1)
t = threading.Thread(target=sysexit)
t.start()
t.join()
print('sysexit silent')

# expect: [(0, 0), (1, 2), (2, 4), (3, 6), (4, 8)] ['w0', 'w1', 'w2', 'w3', 'w4'] [False, False, False, False, False] 1
# expect: MainThread True
# expect: False True True
# expect: RuntimeError cannot join thread before it is started
# expect: None
# expect: RuntimeError threads can only be started once
# expect: skip
# expect: RuntimeError cannot join current thread
# expect: AssertionError group argument must be None for now
# expect: RuntimeError cannot set daemon status of active thread
# expect: RuntimeError release unlocked lock
# expect: ValueError semaphore initial value must be >= 0
# expect: RuntimeError cannot release un-acquired lock
# expect: RuntimeError cannot wait on un-acquired lock
# expect: RuntimeError cannot notify on un-acquired lock
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: ValueError timeout value must be a non-negative number
# expect: ValueError Semaphore released too many times
# expect: OverflowError timestamp out of range for platform time_t
# expect: TypeError '>' not supported between instances of 'str' and 'int'
# expect: False False
# expect: True
# expect: [0, 1, 4, 9] ['my-0', 'my-1', 'my-2', 'my-3']
# expect: [False, 'thr'] main {'x': 'main'}
# expect: [(5, 1)] 6
# expect: hook RuntimeError b bt
# expect: timer
# expect: True
# expect: True 0
# expect: True ['MainThread']
# expect: sysexit silent
# lib: -3.13
