import atexit, sys, threading, time

class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name, helper(), sys is not None)

def helper(): return "helper"

def busy():
    while True: [D.__name__ for _ in range(10)]

_a = D("a")
b = D("b")
threading.Thread(target=busy, daemon=True).start()
threading.Thread(target=lambda: (time.sleep(0.05), print("joined"))).start()
atexit.register(print, "second")
atexit.register(print, "first")
print("end")

# expect: end
# expect: joined
# expect: first
# expect: second
# expect: del a helper True
# expect: del b helper True
