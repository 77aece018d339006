def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref, gc
class N:
    def __init__(s): s.me = s
n = N(); r = weakref.ref(n); del n; gc.collect(); print(r())
a, b = N(), N(); a.o, b.o = b, a; ra, rb = weakref.ref(a), weakref.ref(b); del a, b; gc.collect(); print(ra(), rb())
out = []
class F(N):
    def __del__(s): out.append(r2() is None)
f = F(); r2 = weakref.ref(f); del f; gc.collect(); print(len(out))
class P:
    def __init__(s): s.kids = []
    def add(s, c): s.kids.append(c); c.parent = weakref.ref(s)
p = P(); c = P(); p.add(c); print(c.parent() is p); del p; print(c.parent())
l = []; l.append(l); class_ = type('W', (list,), {}); w = class_(); w.append(w); rw = weakref.ref(w); del w; gc.collect(); print(rw())

# expect: None
# expect: None None
# expect: 1
# expect: True
# expect: None
# expect: None
