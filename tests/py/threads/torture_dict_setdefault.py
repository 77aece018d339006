import threading
T, N = 8, 2000
d = {}
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        d.setdefault(k, i)
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(d), all(v in range(T) for v in d.values()), sorted(d) == list(range(N)))

# expect: []
# expect: 2000 True True
