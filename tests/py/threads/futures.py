from concurrent.futures import *
import concurrent.futures as cf, threading, time
with ThreadPoolExecutor(max_workers=3, thread_name_prefix='P', initializer=lambda: None) as ex:
    fs = [ex.submit(lambda x: x * x, i) for i in range(5)]
    print([f.result() for f in fs], all((f.done() for f in fs)))
    print(list(ex.map(pow, [2, 3], [4, 5])))
    f = ex.submit(int, 'x')
    try:
        f.result()
    except ValueError as e:
        print(e, type(f.exception()).__name__)
    print(sorted((f.result() for f in as_completed(fs))))
    d, n = wait(fs)
    print(len(d), len(n))
    d, n = wait([ex.submit(time.sleep, 0.2), ex.submit(lambda: 1)], return_when=FIRST_COMPLETED)
    print(len(d), len(n))
    cb = []
    g = ex.submit(lambda: 'cb')
    g.add_done_callback(lambda f: cb.append(f.result()))
    g.result()
    time.sleep(0.01)
    print(cb, ex.submit(lambda: threading.current_thread().name).result()[:2])
    try:
        ex.submit(time.sleep, 0.1).result(timeout=0.001)
    except TimeoutError as e:
        print('timeout', type(e) is cf.TimeoutError, e)
    try:
        list(ex.map(lambda x: 1 / x, [1, 0]))
    except ZeroDivisionError as e:
        print(e)
for f in (lambda: ex.submit(print), lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(initializer=5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
f = Future()
print(f.cancel(), f.cancelled(), f.done(), f.running(), repr(f).split(' at ')[0])
try:
    f.result()
except CancelledError as e:
    print('cancelled', repr(e))
f = Future()
f.set_result(1)
print(f.result(), repr(f).split('state=')[1])
try:
    f.set_result(2)
except InvalidStateError as e:
    print(str(e).split(':')[0])
f = Future()
f.set_exception(KeyError('k'))
print(repr(f.exception()))
try:
    f.result(0)
except KeyError as e:
    print(e)
ex = ThreadPoolExecutor(1)
ev = threading.Event()
a = ex.submit(ev.wait)
b = ex.submit(print, 'never')
print(b.cancel(), a.running())
ev.set()
ex.shutdown(wait=True, cancel_futures=True)
print(a.result())
def bad():
    raise ValueError('init')
ex = ThreadPoolExecutor(1, initializer=bad)
import logging
logging.disable(50)
try:
    ex.submit(print).result()
except BrokenExecutor as e:
    print(type(e).__name__, e)

# exit: 1
# expect-error: NameError: name 'InvalidStateError' is not defined
# expect: [0, 1, 4, 9, 16] True
# expect: [16, 243]
# expect: invalid literal for int() with base 10: 'x' ValueError
# expect: [0, 1, 4, 9, 16]
# expect: 5 0
# expect: 1 1
# expect: ['cb'] P_
# expect: timeout True 
# expect: division by zero
# expect: RuntimeError cannot schedule new futures after shutdown
# expect: ValueError max_workers must be greater than 0
# expect: TypeError initializer must be a callable
# expect: True True True False <Future
# expect: cancelled CancelledError()
# expect: 1 finished returned int>
# lib: -3.12
