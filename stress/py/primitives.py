"""Locks, conditions, queues, events, thread-locals and short threads, with a count of what must not be lost."""
import contextvars
import queue
import threading
import time
import sys
from concurrent.futures import ThreadPoolExecutor

from torture import check, run

variable = contextvars.ContextVar("variable", default=0)


def make():
    lock, rlock, semaphore = threading.Lock(), threading.RLock(), threading.BoundedSemaphore(2)
    condition, event, items, local = threading.Condition(), threading.Event(), queue.Queue(maxsize=5), threading.local()
    simple = queue.SimpleQueue()
    total = [0, 0]

    def guarded(rng):
        with lock:
            before = total[0]
            total[0] = before + 1
            check(total[0] == before + 1)

    def reentrant(rng):
        with rlock, rlock:
            before = total[1]
            total[1] = before + 1
            check(total[1] == before + 1)

    def sem(rng):
        with semaphore:
            pass

    def short(rng):
        seen = []
        t = threading.Thread(target=seen.append, args=(1,))
        t.start()
        t.join()
        check(seen == [1] and not t.is_alive())

    def daemon(rng):
        threading.Thread(target=lambda: None, daemon=True).start()

    def wait(rng):
        with condition:
            condition.wait(0.0001)

    def notify(rng):
        with condition:
            condition.notify_all()

    def own(rng):
        local.x = rng.random()
        y = local.x
        check(local.x == y)
        if rng.randrange(3) == 0:
            del local.x

    def context(rng):
        token = variable.set(rng.random())
        contextvars.copy_context().run(variable.get)
        variable.reset(token)

    def pool(rng):
        with ThreadPoolExecutor(2) as executor:
            check(sum(executor.map(abs, range(-5, 5))) == 25)

    def failing(rng):
        t = threading.Thread(target=lambda: 1 / 0)
        t.start()
        t.join(0.001)

    def timed(rng):
        if lock.acquire(timeout=0.0001):
            lock.release()

    return [
        guarded, guarded, reentrant, sem, wait, notify, own, context, timed,
        lambda rng: rng.randrange(9) == 0 and short(rng), lambda rng: rng.randrange(9) == 0 and daemon(rng),
        lambda rng: rng.randrange(30) == 0 and pool(rng), lambda rng: rng.randrange(30) == 0 and failing(rng),
        lambda rng: items.put_nowait(rng.random()), lambda rng: items.get_nowait(), lambda rng: items.get(timeout=0.0001), lambda rng: items.qsize(),
        lambda rng: simple.put(1), lambda rng: simple.get_nowait(), lambda rng: simple.empty(),
        lambda rng: event.set(), lambda rng: event.clear(), lambda rng: event.wait(0.0001), lambda rng: threading.enumerate(), lambda rng: threading.current_thread().name,
        lambda rng: repr(lock), lambda rng: lock.locked(), lambda rng: time.sleep(0),
    ]


threading.excepthook = lambda args: None
run(make, (queue.Empty, queue.Full, AttributeError), batch=60)
