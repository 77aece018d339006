import threading
res = []
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
def inf(n): return inf(n + 1)
def w():
    res.append(depth(500))
    try: inf(0)
    except RecursionError: res.append('RecursionError')
ts = [threading.Thread(target=w) for _ in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sorted(map(str, res)))
print(threading.stack_size() >= 0)

# expect: ['500', '500', '500', 'RecursionError', 'RecursionError', 'RecursionError']
# expect: True
