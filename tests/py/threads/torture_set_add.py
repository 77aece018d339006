import threading
T, N = 8, 2000
s = set()
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        s.add((i, k)); s.add(k)
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(s), sum(1 for x in s if isinstance(x, int)))

# expect: []
# expect: 18000 2000
