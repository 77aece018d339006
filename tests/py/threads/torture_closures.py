import threading
T, N = 4, 2000
fs = [[] for _ in range(T)]
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        fs[i].append(lambda k=k: k * i)
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(all(f() == m * j for j, l in enumerate(fs) for m, f in enumerate(l)))

# expect: []
# expect: True
