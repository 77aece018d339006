import threading
e = threading.Event()
print(e.is_set(), e.wait(0.01))
out = []
ts = [threading.Thread(target=lambda: out.append(e.wait(5))) for _ in range(4)]
[t.start() for t in ts]; e.set(); [t.join() for t in ts]
print(out, e.is_set(), e.wait(), e.clear(), e.is_set())
t = threading.Timer(0.01, lambda x: out.append(x), ['timer']); t.start(); t.join(); print(out[-1])
t = threading.Timer(10, lambda: out.append('never')); t.start(); t.cancel(); t.join(); print(out[-1])

# expect: False False
# expect: [True, True, True, True] True True None False
# expect: timer
# expect: timer
