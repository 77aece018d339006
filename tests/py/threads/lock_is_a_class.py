# threading.Lock is a class; RLock is a function.
# needs: 3.14
import threading

print(threading.Lock, isinstance(threading.Lock(), threading.Lock), threading.Lock | None, type(threading.RLock).__name__)
for f in lambda: threading.Lock(1), lambda: type("L", (threading.Lock,), {}):
    try:
        f()
    except TypeError as e:
        print(e)
with threading.Lock() as taken:
    print(taken)
# expect: <class '_thread.lock'> True _thread.lock | None function
# expect: lock expected 0 arguments, got 1
# expect: type '_thread.lock' is not an acceptable base type
# expect: True
