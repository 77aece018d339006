import threading
T, N = 8, 2000
acc = [1] * T
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        acc[i] = acc[i] * 3 % (10 ** 40 + 7)
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(all(a == pow(3, N, 10 ** 40 + 7) for a in acc))

# expect: []
# expect: True
