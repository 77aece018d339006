import threading
T, N = 8, 2000
l = []
start = threading.Barrier(T)
errors = []
def work(i):
    start.wait()
    for k in range(N):
        l.extend([(i, k)] * 3); l += [(i, k)]
def run(i):
    try: work(i)
    except BaseException as e: errors.append(repr(e))
ts = [threading.Thread(target=run, args=(i,)) for i in range(T)]
for t in ts: t.start()
for t in ts: t.join()
print(errors)
print(len(l) == T * N * 4, all(l.count((j, 0)) == 4 for j in range(T)))

# expect: ['UnboundLocalError("cannot access local variable \'l\' where it is not associated with a value")', 'UnboundLocalError("cannot access local variable \'l\' where it is not associated with a value")', 'UnboundLocalError("cannot access local variable \'l\' where it is not associated with a value")', 'UnboundLocalError("cannot access local variable \'l\' where it is not associated with a value")', 'UnboundLocalError("cannot access local variable \'l\' where it is not associated with a value")', 'UnboundLocalError("cannot access local variable \'l\' where it is not associated with a value")', 'UnboundLocalError("cannot access local variable \'l\' where it is not associated with a value")', 'UnboundLocalError("cannot access local variable \'l\' where it is not associated with a value")']
# expect: False False
