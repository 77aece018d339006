def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
def f(): raise ValueError('v')
try: f()
except ValueError as e: tb = e.__traceback__; x = e
t(lambda: tb.tb_lineno > 0)
t(lambda: tb.tb_next.tb_frame.f_code.co_name)
t(lambda: tb.tb_next.tb_next)
t(lambda: type(tb).__name__)
t(lambda: tb.tb_frame.f_globals is globals())
t(lambda: x.with_traceback(None) is x)
t(lambda: x.__traceback__)
try: tb.tb_lineno = 5
except AttributeError as e: print(e)
tb.tb_next = None; print(tb.tb_next)
try: tb.tb_next = 5
except TypeError as e: print(e)
try: tb.tb_next = tb
except ValueError as e: print(e)
import types
t(lambda: types.TracebackType(None, tb.tb_frame, 0, 7).tb_lineno)
t(lambda: types.TracebackType(1, 2, 3, 4))

# expect: True
# expect: 'f'
# expect: None
# expect: 'traceback'
# expect: True
# expect: True
# expect: None
# expect: attribute 'tb_lineno' of 'traceback' objects is not writable
# expect: None
# expect: expected traceback object, got 'int'
# expect: traceback loop detected
# expect: 7
# expect: TypeError traceback() argument 'tb_frame' must be frame, not int
