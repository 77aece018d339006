import threading
out = []; lk = threading.Lock()
def tree(d):
    with lk: out.append(d)
    if d < 4:
        ts = [threading.Thread(target=tree, args=(d + 1,)) for _ in range(2)]
        [t.start() for t in ts]; [t.join() for t in ts]
tree(0); print(sorted(out), len(out))
def chain(n, res):
    if n == 0: res.append('end'); return
    t = threading.Thread(target=chain, args=(n - 1, res)); t.start(); t.join(); res.append(n)
r = []; chain(20, r); print(r)
for _ in range(200):
    t = threading.Thread(target=out.append, args=(9,)); t.start(); t.join()
print(out.count(9), threading.active_count())

# expect: [0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4] 31
# expect: ['end', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
# expect: 200 1
