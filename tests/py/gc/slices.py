"""Automatic collections of one thread look at the heap in slices, while the program changes it."""
import gc
import threading
import weakref


class Node:
    pass


def pair():
    a, b = Node(), Node()
    a.other, b.other = b, a
    return weakref.ref(a)


def gone(refs):
    return sum(ref() is None for ref in refs)


# Old garbage goes while containers are made, and moved between those that have been looked at and those that have not.
phases = []
gc.callbacks.append(lambda phase, info: phases.append(phase) if info["generation"] == 2 else None)
live = [[n] for n in range(60000)]
marks = {n: [n] for n in range(5000)}
refs = [pair() for _ in range(2000)]
n = 0
while (n % 1000 or gone(refs) < len(refs)) and n < 3_000_000:
    live.append([live[n % 1000], n])
    live[n % 1000], live[n * 7 % 50000] = [live[n * 7 % 50000], None], [n]
    marks[n % 5000], marks[n * 7 % 5000] = marks[n * 7 % 5000], marks[n % 5000]
    n += 1
    if n % 1000:
        continue
    refs.append(pair())
    del refs[-1]
print(gone(refs) == 2000, sorted(m[0] for m in marks.values()) == list(range(5000)))
# expect: True True
print(set(phases[::2]), set(phases[1::2]), len(phases) % 2)
# expect: {'start'} {'stop'} 0
del gc.callbacks[:]

# What is asked for in between is found at once.
whole = []
for i in range(30):
    live.extend([n] for n in range(7000))
    refs = [pair() for _ in range(100)]
    gc.collect()
    whole.append(gone(refs) == 100)
    if i % 10 == 9:
        del live[:100000]
print(all(whole))
# expect: True

# A second thread starts in the middle.
refs = [pair() for _ in range(100)]
stop = False


def make():
    while not stop:
        [[n] for n in range(1000)]


thread = threading.Thread(target=make)
for n in range(300000):
    live.append([n])
    if n == 30000:
        thread.start()
stop = True
thread.join()
gc.collect()
print(gone(refs), all(type(x) is list and len(x) in (1, 2) for x in live))
# expect: 100 True

# Big containers are looked at in parts.
big = [[n] for n in range(50000)]
copies = [list(big), tuple(big), dict(enumerate(big)), {i: [] for i in range(20000)}, set(map(tuple, big))]
cycle = [list(big)]
cycle.append(cycle)
cycle[0].append(cycle)
refs = [pair() for _ in range(10)]
cycle[0].append(refs[0]())
del cycle
gc.collect()
print(gone(refs), [len(c) for c in copies], sum(x[0] for x in big) == sum(x[0] for x in copies[0]))
# expect: 10 [50000, 50000, 50000, 20000, 50000] True
