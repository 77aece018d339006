import os, signal
def f():
    os.kill(os.getpid(), signal.SIGINT)
f()
for i in range(10 ** 7):
    pass

# exit: -2
# expect-error: KeyboardInterrupt
