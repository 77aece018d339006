import threading
T, N = 4, 2000
caught = [0] * T
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        
        try: {}[k]
        except KeyError as e: caught[i] += e.args[0] == k
        try: int("x")
        except ValueError: caught[i] += 1
        finally: caught[i] += 1
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(caught == [3 * N] * T)

# expect: []
# expect: True
