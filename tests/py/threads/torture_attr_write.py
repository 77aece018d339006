import threading
T, N = 4, 2000
class O: pass
o = O()
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        setattr(o, f"a{k % 50}", (i, k)); o.x = i
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(vars(o)), o.x in range(T), all(v[1] % 50 == int(n[1:]) for n, v in vars(o).items() if n != "x"))

# expect: []
# expect: 51 True True
