# Daemon threads that compute do not keep a finalizer at the end of the program from sleeping.
import threading, time, sys
def busy():
    while True: [x for x in range(10)]
for i in range(6): threading.Thread(target=busy, daemon=True).start()
class D:
    def __del__(self):
        for i in range(5): time.sleep(0.001); print('.', end='', flush=True)
d=D()
time.sleep(0.02)

# expect: .....
