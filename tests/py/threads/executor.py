from concurrent.futures import ThreadPoolExecutor, as_completed, wait, Future, FIRST_EXCEPTION
with ThreadPoolExecutor(4) as ex:
    print(list(ex.map(lambda x: x * x, range(10))), list(ex.map(pow, [2, 3], [3, 2])))
    fs = [ex.submit(pow, 2, i) for i in range(5)]; print([f.result() for f in fs], sorted(f.result() for f in as_completed(fs)))
    f = ex.submit(lambda: 1 / 0)
    try: f.result()
    except ZeroDivisionError as e: print(e, type(f.exception()).__name__, f.done(), f.running())
    d, n = wait(fs); print(len(d), len(n))
    cb = []; g = ex.submit(int, '5'); g.add_done_callback(lambda x: cb.append(x.result())); g.result()
print(cb)
try: ex.submit(int)
except RuntimeError as e: print(e)
f = Future(); print(f.cancel(), f.cancelled(), f.done())
f = Future(); f.set_result(3); print(f.result(), f.cancel())
try: f.set_result(4)
except Exception as e: print(type(e).__name__)
try: Future().result(timeout=0.01)
except TimeoutError as e: print('timeout')

# expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81] [8, 9]
# expect: [1, 2, 4, 8, 16] [1, 2, 4, 8, 16]
# expect: division by zero ZeroDivisionError True False
# expect: 5 0
# expect: [5]
# expect: cannot schedule new futures after shutdown
# expect: True True True
# expect: 3 False
# expect: InvalidStateError
# expect: timeout
