import threading
class L(threading.local):
    created = 0
    def __init__(self, v): self.v = v; L.created += 1
    def inc(self): self.v += 1
l = L(10); l.inc(); out = []
def w():
    l.inc(); l.inc(); l.only = 1; out.append((l.v, sorted(l.__dict__)))
t = threading.Thread(target=w); t.start(); t.join()
print(out, l.v, L.created, hasattr(l, "only"))
try: threading.local(5)
except TypeError as e: print(e)
try: l.nothing
except AttributeError as e: print(e)

# expect: [(12, ['only', 'v'])] 11 2 False
# expect: Initialization arguments are not supported
# expect: 'L' object has no attribute 'nothing'
