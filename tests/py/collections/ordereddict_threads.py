# Threads that move and read the same keys: a key that is only moved is always there.
import threading
from collections import OrderedDict

d = OrderedDict((i, i) for i in range(50))
problems = []
done = threading.Event()


def mover(seed):
    for i in range(4000):
        d.move_to_end((i * seed) % 50, last=i % 3 != 0)


def reader():
    while not done.is_set():
        for i in range(50):
            if i not in d or d.get(i) != i:
                problems.append(i)
        try:
            if len(list(d)) != 50:
                problems.append('length')
        except RuntimeError as e:
            if str(e) != 'OrderedDict mutated during iteration':
                problems.append(e)


readers = [threading.Thread(target=reader) for _ in range(2)]
movers = [threading.Thread(target=mover, args=(s,)) for s in (7, 11)]
for t in readers + movers:
    t.start()
for t in movers:
    t.join()
done.set()
for t in readers:
    t.join()
print(problems[:3], sorted(d) == list(range(50)), len(d))
popped = []
takers = [threading.Thread(target=lambda: [popped.append(d.popitem(last=False)[0]) for _ in range(25)]) for _ in range(2)]
for t in takers:
    t.start()
for t in takers:
    t.join()
print(sorted(popped) == list(range(50)), d)

# expect: [] True 50
# expect: True OrderedDict()
