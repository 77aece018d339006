import threading
T, N = 8, 1000
l = []
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        l.append((i, k))
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(l), len(set(l)), all([b for a, b in l if a == j] == list(range(N)) for j in range(T)))

# expect: []
# expect: 8000 8000 True
