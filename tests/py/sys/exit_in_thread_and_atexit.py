def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys, atexit, threading
def a(): print('first registered')
def b(x): print('second', x)
atexit.register(a); atexit.register(b, 5); atexit.register(b, 6); atexit.unregister(a)
@atexit.register
def c(): print('decorated'); raise ValueError('atexit error')
t1 = threading.Thread(target=lambda: sys.exit(9)); t1.start(); t1.join()
print('main'); sys.exit(3)

# exit: 3
# expect-error: ValueError: atexit error
# expect: main
# expect: decorated
# expect: second 6
# expect: second 5
