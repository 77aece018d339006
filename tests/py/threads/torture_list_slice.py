import threading
T, N = 4, 2000
l = [0] * 100
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        l[k % 100] = i; x = l[10:20]; assert len(x) == 10; l[5:10] = [i] * 5
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(l), all(x in range(T) for x in l))

# expect: []
# expect: 100 True
