import threading
T, N = 8, 300
d = {j: j for j in range(100)}
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        d[k % 100] = i
        for key in list(d): assert key in d
        assert len(d.copy()) == 100
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(d), sorted(d) == list(range(100)))

# expect: []
# expect: 100 True
