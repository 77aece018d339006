import threading
out = []
def f(a, b=0): out.append((a, b, threading.current_thread().name))
t = threading.Thread(target=f, args=(1,), kwargs={'b': 2}, name='worker')
print(t.is_alive(), t.name, t.daemon, t.ident)
t.start(); t.join()
print(out, t.is_alive(), t.ident is not None, t.native_id is not None)
try: t.start()
except RuntimeError as e: print(e)
u = threading.Thread(target=f)
try: u.join()
except RuntimeError as e: print(e)
print(threading.current_thread() is threading.main_thread(), threading.active_count(), [x.name for x in threading.enumerate()])
class My(threading.Thread):
    def run(self): self.result = sum(range(100))
m = My(); m.start(); m.join(); print(m.result)
try: threading.current_thread().join()
except RuntimeError as e: print(e)
try: threading.Thread(5)
except AssertionError as e: print(e)

# expect: False worker False None
# expect: [(1, 2, 'worker')] False True True
# expect: threads can only be started once
# expect: cannot join thread before it is started
# expect: True 1 ['MainThread']
# expect: 4950
# expect: cannot join current thread
# expect: group argument must be None for now
