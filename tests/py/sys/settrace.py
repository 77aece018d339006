def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
ev = []
def tr(fr, e, a):
    if fr.f_code.co_name in ('f', 'g'): ev.append((fr.f_code.co_name, e, fr.f_lineno - fr.f_code.co_firstlineno)); return tr
def f(x):
    y = x + 1
    return g(y)
def g(z):
    if z > 1:
        z *= 2
    return z
sys.settrace(tr); f(1); sys.settrace(None)
t(lambda: ev)
t(lambda: sys.gettrace())
pr = []
def prof(fr, e, a):
    if e in ('call', 'return') and fr.f_code.co_name in ('f', 'g'): pr.append((e, fr.f_code.co_name))
sys.setprofile(prof); f(5); sys.setprofile(None)
t(lambda: pr)

# expect: [('f', 'call', 0), ('f', 'line', 1), ('f', 'line', 2), ('g', 'call', 0), ('g', 'line', 1), ('g', 'line', 2), ('g', 'line', 3), ('g', 'return', 3), ('f', 'return', 2)]
# expect: None
# expect: [('call', 'f'), ('call', 'g'), ('return', 'g'), ('return', 'f')]
