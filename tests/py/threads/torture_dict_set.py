import threading
T, N = 4, 2000
d = {}
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        d[i, k] = k; d["shared"] = i
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(d), d["shared"] in range(T), all(d[j, m] == m for j in range(T) for m in range(N)))

# expect: []
# expect: 8001 True True
