# needs: 3.14
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
out = []
sys.unraisablehook = lambda u: out.append((u.exc_type.__name__, str(u.exc_value), u.object is not None))
class A:
    def __del__(s): raise KeyError('d')
A(); a = [A(), A()]; del a
t(lambda: out)
import gc
class B:
    def __init__(s): s.c = s
    def __del__(s): out.append('cycle del'); raise OSError('x')
B(); gc.collect(); print(out[3:])

# expect: [('KeyError', "'d'", False), ('KeyError', "'d'", False), ('KeyError', "'d'", False)]
# expect: ['cycle del', ('OSError', 'x', False)]
