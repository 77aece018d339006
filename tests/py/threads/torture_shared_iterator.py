import threading
T, N = 8, 2000
it = iter(range(T * N)); seen = [[] for _ in range(T)]
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        seen[i].append(next(it))
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(sorted(x for s in seen for x in s) == list(range(T * N)))

# expect: []
# expect: True
