import queue, threading
STOP = object()
def stage(f, i, o, n):
    def run():
        while (x := i.get()) is not STOP:
            try: r = f(x)
            except Exception as e: o.put(("err", x, type(e).__name__)); continue
            o.put(r)
        o.put(STOP)
    t = threading.Thread(target=run, name=n); t.start(); return t
q = [queue.Queue(3) for _ in range(4)]
ts = [stage(lambda x: x * 2, q[0], q[1], "dbl"), stage(lambda x: x if isinstance(x, tuple) else 100 // (x - 8), q[1], q[2], "div"), stage(str, q[2], q[3], "str")]
def feed():
    for i in range(8): q[0].put(i)
    q[0].put(STOP)
f = threading.Thread(target=feed); f.start(); out = []
while (r := q[3].get()) is not STOP: out.append(r)
[t.join() for t in ts + [f]]; print(out)

# expect: ['-13', '-17', '-25', '-50', "('err', 8, 'ZeroDivisionError')", '50', '25', '16']
