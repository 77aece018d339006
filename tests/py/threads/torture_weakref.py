import threading
T, N = 8, 2000
import weakref
class O: pass
refs = [[] for _ in range(T)]
shared = O()
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        o = O(); refs[i].append(weakref.ref(o)); r = weakref.ref(shared); assert r() is shared
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
import gc; gc.collect(); print(sum(r() is not None for l in refs for r in l) <= T)

# expect: []
# expect: True
