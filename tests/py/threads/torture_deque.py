import threading
T, N = 8, 2000
from collections import deque
d = deque(); out = [0] * T
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        d.append(k)
        try: out[i] += d.popleft() >= 0
        except IndexError: pass
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(sum(out) + len(d) == T * N)

# expect: []
# expect: True
