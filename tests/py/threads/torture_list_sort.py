import threading
T, N = 8, 2000
l = list(range(50))
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        m = l[:]; m.sort(reverse=True)
        try: l.sort()
        except ValueError: pass
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
l.sort(); print(l == list(range(50)))

# expect: []
# expect: True
