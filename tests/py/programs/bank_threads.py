import threading, random, collections
class Account:
    def __init__(s, n, b): s.n, s.b, s.l = n, b, threading.Lock()
def transfer(a, b, amt):
    x, y = sorted((a, b), key=lambda q: q.n)
    with x.l, y.l:
        if a.b < amt: raise ValueError(f"{a.n}: insufficient")
        a.b -= amt; b.b += amt
accs = [Account(i, 100) for i in range(5)]; errs = collections.Counter(); el = threading.Lock()
def work(seed):
    r = random.Random(seed)
    for _ in range(500):
        a, b = r.sample(accs, 2)
        try: transfer(a, b, r.randint(1, 80))
        except ValueError as e:
            with el: errs[str(e)] += 1
ts = [threading.Thread(target=work, args=(i,)) for i in range(6)]; [t.start() for t in ts]; [t.join() for t in ts]
print(sum(a.b for a in accs), all(a.b >= 0 for a in accs), sum(errs.values()) > 0)

# expect: 500 True True
