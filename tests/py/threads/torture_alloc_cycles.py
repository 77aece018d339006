import threading
T, N = 4, 300
import gc
class Node: pass
keep = [None] * T
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        a = Node(); b = Node(); a.b = b; b.a = a; keep[i] = a
        if k % 200 == 0: gc.collect()
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(all(x.b.a is x for x in keep))

# expect: []
# expect: True
