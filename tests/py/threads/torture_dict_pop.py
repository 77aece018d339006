import threading
T, N = 4, 2000
d = {k: 1 for k in range(N)}; won = [0] * T
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        won[i] += d.pop(k, 0)
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(d), sum(won))

# expect: []
# expect: 0 2000
