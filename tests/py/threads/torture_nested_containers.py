import threading
T, N = 8, 2000
root = {"l": [], "d": {}}
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        root["l"].append(k); root["d"].setdefault(i, []).append(k)
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(root["l"]) == T * N, all(root["d"][j] == list(range(N)) for j in range(T)))

# expect: []
# expect: True True
