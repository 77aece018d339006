import threading
T, N = 4, 2000
l = list(range(T * N)); got = [[] for _ in range(T)]
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        got[i].append(l.pop())
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(l), sorted(x for g in got for x in g) == list(range(T * N)))

# expect: []
# expect: 0 True
