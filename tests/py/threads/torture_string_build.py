import threading
T, N = 4, 2000
parts = [[] for _ in range(T)]
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        parts[i].append(str(k) + "é"[k % 2:])
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(all(p == parts[0] for p in parts), len("".join(parts[0])))

# expect: []
# expect: True 7890
