import sys
print(sys._is_gil_enabled() in (True, False), isinstance(sys.getswitchinterval(), float))
sys.setswitchinterval(0.001); print(sys.getswitchinterval())
try: sys.setswitchinterval(0)
except ValueError as e: print(e)
import _thread
l = _thread.allocate_lock(); l.acquire()
def f(a, b=1): out.append((a, b)); l.release()
out = []; _thread.start_new_thread(f, (1,), {'b': 5}); l.acquire(); print(out)
try: _thread.start_new_thread(5, ())
except TypeError as e: print(e)
print(_thread.get_ident() > 0, _thread.error is RuntimeError)

# expect: True True
# expect: 0.001
# expect: switch interval must be strictly positive
# expect: [(1, 5)]
# expect: first arg must be callable
# expect: True True
