import threading, sys
def f(): raise RuntimeError("t")
t = threading.Thread(target=f, name="W"); t.start(); t.join()
sys.exit(4)

# exit: 4
# expect-error: RuntimeError: t
