import asyncio, time, functools, heapq
class TokenBucket:
    def __init__(self, rate, cap): self.rate, self.cap, self.t, self.n = rate, cap, 0.0, cap
    def take(self, now): self.n = min(self.cap, self.n + (now - self.t) * self.rate); self.t = now; ok = self.n >= 1; self.n -= ok; return ok
b = TokenBucket(2, 3); print([b.take(t / 4) for t in range(12)])
class Scheduler:
    def __init__(self): self.q = []; self.now = 0; self.seq = 0
    def at(self, t, f, *a): heapq.heappush(self.q, (t, self.seq, f, a)); self.seq += 1
    def run(self):
        while self.q: self.now, _, f, a = heapq.heappop(self.q); f(*a)
s = Scheduler()
def ping(n): print(f"{s.now:>4} ping {n}"); n and s.at(s.now + 5, ping, n - 1)
s.at(3, ping, 2); s.at(1, print, "first"); s.at(3, lambda: print("tie")); s.run()
import sched
sc = sched.scheduler(time.monotonic, time.sleep); out = []
t = time.monotonic(); sc.enterabs(t + 0.02, 1, out.append, ("b",)); sc.enterabs(t + 0.01, 1, out.append, ("a",)); e = sc.enter(0.5, 1, out.append, ("c",)); sc.cancel(e); sc.run(); print(out, sc.empty())

# expect: [True, True, True, True, True, False, True, False, True, False, True, False]
# expect: first
# expect:    3 ping 2
# expect: tie
# expect:    8 ping 1
# expect:   13 ping 0
# expect: ['a', 'b'] True
