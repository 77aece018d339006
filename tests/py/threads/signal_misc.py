import signal, os, time, threading
got = []
old = signal.signal(signal.SIGUSR1, lambda s, f: got.append((s, f is not None)))
os.kill(os.getpid(), signal.SIGUSR1)
time.sleep(0.01)
print(got, old, signal.getsignal(signal.SIGUSR1) is not None)
signal.signal(signal.SIGALRM, lambda s, f: (_ for _ in ()).throw(TimeoutError('alarm')))
signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    time.sleep(2)
except TimeoutError as e:
    print(e)
print(signal.Signals.SIGINT, signal.Signals(15).name, signal.SIGINT == 2, signal.strsignal(9))
print(signal.SIG_DFL, signal.default_int_handler.__name__, repr(signal.SIGTERM), signal.alarm(0))
print(signal.raise_signal(signal.SIGUSR1), len(got))
for f in (
    lambda: signal.signal(9, print), lambda: signal.signal(999, print),
    lambda: signal.signal(10, 5), lambda: signal.signal(10, None), lambda: signal.getsignal(0),
    lambda: signal.setitimer(99, 1), lambda: signal.default_int_handler(),
):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
def t():
    try:
        signal.signal(signal.SIGUSR1, print)
    except ValueError as e:
        print(e)
x = threading.Thread(target=t)
x.start()
x.join()
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2]), signal.SIGUSR2 in signal.pthread_sigmask(signal.SIG_BLOCK, []), signal.sigpending())
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(1)
except KeyboardInterrupt as e:
    print('KI', repr(e))

# expect: [(10, True)] 0 True
# expect: alarm
# expect: 2 SIGTERM True Killed
# expect: 0 default_int_handler <Signals.SIGTERM: 15> 0
# expect: None 2
# expect: OSError [Errno 22] Invalid argument
# expect: ValueError signal number out of range
# expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: ValueError signal number out of range
# expect: itimer_error [Errno 22] Invalid argument
# expect: TypeError default_int_handler expected 2 arguments, got 0
# expect: signal only works in main thread of the main interpreter
# expect: set() True set()
# expect: KI KeyboardInterrupt()
