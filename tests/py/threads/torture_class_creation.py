import threading
T, N = 4, 300
names = [set() for _ in range(T)]
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        C = type(f"C{i}_{k}", (), {"v": k, "f": lambda self: self.v}); assert C().f() == k
        names[i].add(C.__name__)
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(sum(map(len, names)) == T * N)

# expect: []
# expect: True
