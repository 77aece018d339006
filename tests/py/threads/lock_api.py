import threading
l = threading.Lock()
print(l.locked(), l.acquire(), l.locked(), l.acquire(blocking=False), l.acquire(timeout=0.01), l.release(), l.locked())
with l: print('held', l.locked())
for f in (lambda: l.release(), lambda: l.acquire(timeout=-5), lambda: l.acquire(False, 1), lambda: l.acquire('a', 'b'), lambda: l.acquire(timeout=1e20)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(type(l).__name__, repr(l).split(' object')[0])
r = threading.RLock()
print(r.acquire(), r.acquire(), r.release(), r.release())
try: r.release()
except RuntimeError as e: print(e)
with r, r: print('reentrant')
res = []
r.acquire()
t = threading.Thread(target=lambda: res.append(r.acquire(blocking=False))); t.start(); t.join(); print(res)
def bad():
    try: r.release()
    except RuntimeError as e: res.append(str(e))
t = threading.Thread(target=bad); t.start(); t.join(); print(res)

# expect: False True True False False None False
# expect: held True
# expect: RuntimeError release unlocked lock
# expect: ValueError timeout value must be a non-negative number
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError timestamp out of range for platform time_t
# expect: lock <unlocked _thread.lock
# expect: True True None None
# expect: cannot release un-acquired lock
# expect: reentrant
# expect: [False]
# expect: [False, 'cannot release un-acquired lock']
