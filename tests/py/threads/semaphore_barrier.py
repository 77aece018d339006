import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.release(), s.acquire(timeout=0.01))
b = threading.BoundedSemaphore(1); b.acquire(); b.release()
try: b.release()
except ValueError as e: print(e)
try: threading.Semaphore(-1)
except ValueError as e: print(e)
peak = cur = 0; lk = threading.Lock(); sem = threading.Semaphore(3)
def w():
    global cur, peak
    with sem:
        with lk: cur += 1; peak = max(peak, cur)
        with lk: cur -= 1
ts = [threading.Thread(target=w) for _ in range(10)]
[t.start() for t in ts]; [t.join() for t in ts]; print(peak <= 3, cur)
order = []; bar = threading.Barrier(3, action=lambda: order.append('action'))
def p():
    i = bar.wait(); order.append(i in (0, 1, 2))
ts = [threading.Thread(target=p) for _ in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]; print(order, bar.n_waiting, bar.parties, bar.broken)
bar.abort(); print(bar.broken)
try: bar.wait()
except threading.BrokenBarrierError as e: print('broken')
bar.reset(); print(bar.broken)

# expect: True True False None True
# expect: Semaphore released too many times
# expect: semaphore initial value must be >= 0
# expect: True 0
# expect: ['action', True, True, True] 0 3 False
# expect: True
# expect: broken
# expect: False
