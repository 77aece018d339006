def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
t(lambda: sys.exc_info())
t(lambda: sys.exception())
try: raise ValueError('v')
except ValueError as e:
    t1, v, tb = sys.exc_info(); print(t1.__name__, v, tb is not None, sys.exception() is e)
    try: raise KeyError
    except KeyError: print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0].__name__)
t(lambda: sys.exc_info())
def f(): return sys.exc_info()[0]
try: 1 / 0
except ZeroDivisionError: print(f().__name__)
try: pass
finally: print(sys.exc_info()[0])

# expect: (None, None, None)
# expect: None
# expect: ValueError v True True
# expect: KeyError
# expect: ValueError
# expect: (None, None, None)
# expect: ZeroDivisionError
# expect: None
