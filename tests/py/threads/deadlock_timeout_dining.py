import threading, time
forks = [threading.Lock() for _ in range(5)]; eaten = [0] * 5
def phil(i):
    a, b = sorted((i, (i + 1) % 5))
    for _ in range(50):
        with forks[a]:
            with forks[b]: eaten[i] += 1
ts = [threading.Thread(target=phil, args=(i,)) for i in range(5)]; [t.start() for t in ts]; [t.join() for t in ts]
print(eaten)
class RWLock:
    def __init__(self): self.c = threading.Condition(); self.r = 0; self.w = False
    def rd(self):
        with self.c:
            while self.w: self.c.wait()
            self.r += 1
    def rd_done(self):
        with self.c:
            self.r -= 1; self.c.notify_all()
    def wr(self):
        with self.c:
            while self.w or self.r: self.c.wait()
            self.w = True
    def wr_done(self):
        with self.c: self.w = False; self.c.notify_all()
rw = RWLock(); val = 0; seen = []
def writer():
    global val
    for _ in range(20):
        rw.wr(); v = val; time.sleep(0); val = v + 1; rw.wr_done()
def reader():
    for _ in range(20): rw.rd(); seen.append(val); rw.rd_done()
ts = [threading.Thread(target=f) for f in (writer, reader, writer, reader)]; [t.start() for t in ts]; [t.join() for t in ts]
print(val, len(seen))

# expect: [50, 50, 50, 50, 50]
# expect: 40 40
