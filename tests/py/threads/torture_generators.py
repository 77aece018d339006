import threading
T, N = 4, 2000
res = [0] * T
def g(n):
    for x in range(n): yield x
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        res[i] += sum(g(5)) + len([x for x in g(3)])
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(res == [13 * N] * T)

# expect: []
# expect: True
