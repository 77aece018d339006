import threading
T, N = 8, 2000
s = set(range(N)); hits = [0] * T
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        try:
            s.remove(k); hits[i] += 1
        except KeyError: pass
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(s), sum(hits))

# expect: []
# expect: 0 2000
