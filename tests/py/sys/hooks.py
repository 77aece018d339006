def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
sys.displayhook(5); sys.displayhook(None); sys.displayhook('s')
import builtins; print(builtins._)
sys.excepthook_called = []
sys.excepthook = lambda *a: print('hook', a[0].__name__, a[1])
t(lambda: sys.__excepthook__ is not None)
t(lambda: sys.__displayhook__ is not None)
t(lambda: sys.__stdout__ is sys.stdout)
aud = []
sys.addaudithook(lambda e, a: aud.append(e) if e == 'my.event' else None); sys.audit('my.event', 1); print(aud)
import atexit; atexit.register(lambda: print('exiting'))
raise ValueError('end')

# exit: 1
# expect: 5
# expect: 's'
# expect: s
# expect: True
# expect: True
# expect: True
# expect: ['my.event']
# expect: hook ValueError end
# expect: exiting
