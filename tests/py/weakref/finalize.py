def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref
class A: pass
a = A(); f = weakref.finalize(a, lambda *x, **k: (print('final', x, k), 'ret')[1], 1, k=2)
t(lambda: f.alive)
t(lambda: f.peek()[1:] != None)
del a; print(f.alive, f())
b = A(); g = weakref.finalize(b, print, 'manual'); print(g(), g(), g.alive)
c = A(); h = weakref.finalize(c, print, 'never'); print(h.detach()[2], h.alive); del c
d = A(); k = weakref.finalize(d, print, 'at exit'); k.atexit = True; print(k.atexit)
e = A(); m = weakref.finalize(e, print, 'not at exit'); m.atexit = False

# expect: True
# expect: True
# expect: final (1,) {'k': 2}
# expect: False None
# expect: manual
# expect: None None False
# expect: ('never',) False
# expect: True
# expect: at exit
