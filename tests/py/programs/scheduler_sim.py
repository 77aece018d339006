import heapq
class Sim:
    def __init__(self): self.t, self.q, self.n, self.log = 0, [], 0, []
    def at(self, d, f, *a): heapq.heappush(self.q, (self.t + d, self.n, f, a)); self.n += 1
    def run(self, until):
        while self.q and self.q[0][0] <= until: self.t, _, f, a = heapq.heappop(self.q); f(*a)
        return self.log
def customer(s, i): s.log.append((s.t, f'arrive {i}')); s.at(3, leave, s, i)
def leave(s, i): s.log.append((s.t, f'leave {i}'))
s = Sim()
for i in range(4): s.at(i * 2, customer, s, i)
for t, e in s.run(8): print(t, e)
print(len(s.q))
def proc(name, *waits):
    for w in waits: print(name, w, end=' ; '); yield w
def coop(ps):
    h = [(0, i, p) for i, p in enumerate(ps)]
    while h:
        t, i, p = heapq.heappop(h)
        try: heapq.heappush(h, (t + next(p), i, p))
        except StopIteration: print(f'done {i} at {t}', end=' ; ')
coop([proc('a', 2, 2), proc('b', 3), proc('c', 1, 1, 1)]); print()

# expect: 0 arrive 0
# expect: 2 arrive 1
# expect: 3 leave 0
# expect: 4 arrive 2
# expect: 5 leave 1
# expect: 6 arrive 3
# expect: 7 leave 2
# expect: 1
# expect: a 2 ; b 3 ; c 1 ; c 1 ; a 2 ; c 1 ; done 1 at 3 ; done 2 at 3 ; done 0 at 4 ; 
