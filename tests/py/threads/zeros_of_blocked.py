# What a thread let go of dies although the thread blocks for good right afterwards.
import threading, time, weakref

class Loud:
    pass

shared = {}
refs = []
gate = threading.Lock()
gate.acquire()
ready = threading.Barrier(5)

def worker(n):
    ready.wait()
    shared[n] = Loud()
    refs.append(weakref.ref(shared[n]))
    x = shared.pop(n)
    del x
    gate.acquire()
    gate.release()

threads = [threading.Thread(target=worker, args=(n,)) for n in range(4)]
for t in threads: t.start()
ready.wait()
end = time.monotonic() + 20
while (len(refs) < 4 or any(r() for r in refs)) and time.monotonic() < end:
    time.sleep(0.001)
print(len(refs), [r() for r in refs])
gate.release()
for t in threads: t.join()
# expect: 4 [None, None, None, None]
