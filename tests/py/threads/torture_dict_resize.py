import threading
T, N = 8, 2000
d = {}
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        d[i * N + k] = k
        if k % 3 == 0: del d[i * N + k]
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(d) == sum(1 for j in range(N) if j % 3) * T)

# expect: []
# expect: True
