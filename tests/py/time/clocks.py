def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import time
t(lambda: isinstance(time.time(), float))
t(lambda: time.time() > 1.6e9)
t(lambda: time.monotonic() <= time.monotonic())
t(lambda: time.perf_counter() <= time.perf_counter())
t(lambda: isinstance(time.time_ns(), int))
t(lambda: time.process_time() >= 0)
t(lambda: time.thread_time() >= 0)
t(lambda: time.monotonic_ns() > 0)
t(lambda: time.get_clock_info('monotonic').monotonic)
t(lambda: time.sleep(0))
t(lambda: time.sleep(0.01))
t(lambda: time.sleep(-1))
t(lambda: time.sleep('a'))
t(lambda: time.sleep())
t(lambda: time.get_clock_info('x'))
a = time.monotonic(); time.sleep(0.02); print(time.monotonic() - a >= 0.019)

# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: None
# expect: None
# expect: ValueError sleep length must be non-negative
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError time.sleep() takes exactly one argument (0 given)
# expect: ValueError unknown clock
# expect: True
