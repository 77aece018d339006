# Arguments that types of threading, queue and contextvars refuse; an interrupt that comes during a sleep is raised at its end.
import _thread
import contextvars
import queue
import threading
import time


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(contextvars.ContextVar)
attempt(contextvars.ContextVar, "a", 5)
attempt(contextvars.ContextVar, 5)
attempt(queue.SimpleQueue, 3)
attempt(threading.excepthook, 5)


def interrupt():
    while not ready:
        pass
    _thread.interrupt_main()


ready = False
t = threading.Thread(target=interrupt)
t.start()
try:
    ready = True
    time.sleep(0.3)
except KeyboardInterrupt:
    print("interrupted")
t.join()

# expect: TypeError ContextVar() takes exactly 1 positional argument (0 given)
# expect: TypeError ContextVar() takes at most 1 positional argument (2 given)
# expect: TypeError context variable name must be a str
# expect: TypeError SimpleQueue() takes no positional arguments
# expect: TypeError _thread.excepthook argument type must be ExceptHookArgs
# expect: interrupted
