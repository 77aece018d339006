import threading
class Res:
    closed = False
    def __del__(self): self.closed = True
def keep(box, go, checked):
    mine = [box[0]]; go.set(); checked.wait()
    out.append(mine[0].closed)
out = []
for _ in range(200):
    r = Res(); box = [r]; go = threading.Event(); checked = threading.Event()
    t = threading.Thread(target=keep, args=(box, go, checked)); t.start(); go.wait()
    box.clear(); del r
    checked.set(); t.join()
print(any(out), len(out))
# expect: False 200
