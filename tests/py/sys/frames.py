def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
def f(): return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe().f_lineno
def g(): return f()
t(lambda: g())
t(lambda: (lambda: sys._getframe().f_code.co_name)())
t(lambda: sys._getframe().f_globals is globals())
def h(): x = 1; fr = sys._getframe(); return sorted(fr.f_locals), fr.f_back is not None, fr.f_builtins is __builtins__.__dict__, fr.f_trace
t(lambda: h())
t(lambda: sys._getframe(-1) is not None)
t(lambda: sys._getframe(9999))
t(lambda: sys._getframe('a'))
t(lambda: sorted(sys._current_frames().keys()) != [])
t(lambda: sys._getframemodulename() if hasattr(sys, '_getframemodulename') else '__main__')

# expect: ('f', 'g', 8)
# expect: '<lambda>'
# expect: True
# expect: (['fr', 'x'], True, True, None)
# expect: True
# expect: ValueError call stack is not deep enough
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: True
# expect: '__main__'
