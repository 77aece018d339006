import signal, time, os, threading

def h(n, frame): raise KeyError(n)
print(signal.signal(signal.SIGALRM, h) == signal.SIG_DFL)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True: pass
except KeyError as e: print("loop", e)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try: time.sleep(10)
except KeyError as e: print("sleep", e)
signal.setitimer(signal.ITIMER_REAL, 0.05)
lock = threading.Lock(); lock.acquire()
try: lock.acquire()
except KeyError as e: print("lock", e)
signal.setitimer(signal.ITIMER_REAL, 0.05)
r, w = os.pipe()
try: os.read(r, 1)
except KeyError as e: print("read", e)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: print("interrupt")
try: signal.signal(signal.SIGUSR1, 5)
except TypeError as e: print(e)
try: signal.signal(1000, signal.SIG_DFL)
except ValueError as e: print(e)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigpending() == {signal.SIGUSR1}, signal.sigwait([signal.SIGUSR1]) == signal.SIGUSR1)
print(signal.sigtimedwait([signal.SIGUSR1], 0))
def other():
    try: signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as e: print(e)
t = threading.Thread(target=other); t.start(); t.join()

# expect: True
# expect: loop 14
# expect: sleep 14
# expect: lock 14
# expect: read 14
# expect: True
# expect: interrupt
# expect: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: signal number out of range
# expect: True True
# expect: None
# expect: signal only works in main thread of the main interpreter
