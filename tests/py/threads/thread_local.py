import threading
loc = threading.local(); loc.x = 'main'; out = []
def f(i):
    out.append(hasattr(loc, 'x')); loc.x = i; out.append(loc.x)
for i in range(3): t = threading.Thread(target=f, args=(i,)); t.start(); t.join()
print(out, loc.x, vars(loc))
class L(threading.local):
    d = 'class'
    def __init__(self, v): self.v = v
l = L([0]); l.v.append(1); res = []
def g(): res.append((l.v is not None, l.d)); l.v = 'mine'; l.n = 1
t = threading.Thread(target=g); t.start(); t.join(); print(res, l.v, hasattr(l, 'n'))
try: threading.local(1)
except TypeError as e: print(e)

# expect: [False, 0, False, 1, False, 2] main {'x': 'main'}
# expect: [(True, 'class')] [0, 1] False
# expect: Initialization arguments are not supported
