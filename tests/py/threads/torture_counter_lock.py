import threading
T, N = 4, 2000
c = [0]; lock = threading.Lock()
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        
        with lock: c[0] += 1
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(c[0] == T * N)

# expect: []
# expect: True
