import threading, random
class Acc:
    def __init__(s, b): s.b, s.l = b, threading.Lock()
accs = [Acc(1000) for _ in range(5)]
def move(a, b, n):
    x, y = sorted((a, b), key=id)
    with x.l, y.l:
        if a.b >= n: a.b -= n; b.b += n
def work(seed):
    r = random.Random(seed)
    for _ in range(500):
        a, b = r.sample(accs, 2); move(a, b, r.randrange(50))
ts = [threading.Thread(target=work, args=(i,)) for i in range(6)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sum(a.b for a in accs), all(a.b >= 0 for a in accs))

# expect: 5000 True
