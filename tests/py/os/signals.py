def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import signal, os, time
got = []
old = signal.signal(signal.SIGUSR1, lambda s, f: got.append(s))
os.kill(os.getpid(), signal.SIGUSR1)
for _ in range(100):
    if got: break
    time.sleep(0.005)
t(lambda: got == [signal.SIGUSR1])
t(lambda: signal.getsignal(signal.SIGINT).__name__)
t(lambda: signal.Signals(2).name)
t(lambda: signal.SIGTERM.value)
t(lambda: signal.strsignal(9))
t(lambda: signal.Signals.SIGKILL)
t(lambda: old == signal.SIG_DFL)
def boom(s, f): raise ValueError('from signal')
signal.signal(signal.SIGALRM, boom); signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    while True: time.sleep(0.01)
except ValueError as e: print(e)
try: signal.raise_signal(signal.SIGINT); time.sleep(0.1)
except KeyboardInterrupt: print('KeyboardInterrupt')
t(lambda: signal.signal(99, 1))
t(lambda: signal.signal(signal.SIGKILL, lambda: 0))
t(lambda: signal.signal(signal.SIGUSR1, 'x'))

# expect: True
# expect: 'default_int_handler'
# expect: 'SIGINT'
# expect: 15
# expect: 'Killed'
# expect: <Signals.SIGKILL: 9>
# expect: True
# expect: from signal
# expect: KeyboardInterrupt
# expect: ValueError signal number out of range
# expect: OSError [Errno 22] Invalid argument
# expect: TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
