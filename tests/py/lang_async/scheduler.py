from collections import deque
class Sleep:
    def __init__(s, n): s.n = n
    def __await__(s): yield s.n
async def worker(name, n, log):
    for i in range(n):
        log.append((name, i)); await Sleep(n)
    return name * 2
def loop(*coros):
    time, q, res = 0, [(0, i, c) for i, c in enumerate(coros)], {}
    while q:
        q.sort(key=lambda t: t[:2]); time, i, c = q.pop(0)
        try: q.append((time + c.send(None), i, c))
        except StopIteration as e: res[i] = (time, e.value)
    return res
log = []
print(loop(worker('a', 2, log), worker('b', 3, log), worker('c', 1, log)))
print(log)

# expect: {2: (1, 'cc'), 0: (4, 'aa'), 1: (9, 'bb')}
# expect: [('a', 0), ('b', 0), ('c', 0), ('a', 1), ('b', 1), ('b', 2)]
