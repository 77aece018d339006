import threading
c = threading.Condition(); turn = 0; log = []
def player(me, n):
    global turn
    for k in range(n):
        with c:
            while turn != me: c.wait()
            log.append('ping' if me == 0 else 'pong')
            turn = 1 - me
            c.notify()
ts = [threading.Thread(target=player, args=(i, 5)) for i in (0, 1)]
[t.start() for t in ts]; [t.join() for t in ts]
print(log)
with c: print(c.wait(timeout=0.01), c.wait_for(lambda: True), c.wait_for(lambda: False, timeout=0.01))
for f in (c.wait, c.notify, c.notify_all):
    try: f()
    except RuntimeError as e: print(e)

# expect: ['ping', 'pong', 'ping', 'pong', 'ping', 'pong', 'ping', 'pong', 'ping', 'pong']
# expect: False True False
# expect: cannot wait on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot notify on un-acquired lock
