import threading
T, N = 4, 2000
class C:
    n = 0
    def get(self): return self.n
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        C.n = i; assert C().get() in range(T)
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(C.n in range(T))

# expect: []
# expect: True
