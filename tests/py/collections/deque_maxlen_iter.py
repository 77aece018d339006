def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import deque
d = deque(maxlen=3)
for i in range(5): d.append(i)
t(lambda: d)
t(lambda: d.appendleft('L'))
t(lambda: d)
t(lambda: d.extend([7, 8]))
t(lambda: d)
t(lambda: d.maxlen)
try: d.maxlen = 5
except AttributeError as e: print(e)
d = deque([1, 2, 3]); it = iter(d); next(it); d.append(4)
t(lambda: next(it))
try:
    for x in d: d.popleft()
except RuntimeError as e: print(e)
d = deque(range(1000)); d.rotate(300); print(d[0], d[999]); d[500] = 'x'; del d[0]; print(d.index('x'), len(d))
w = deque(maxlen=3); print([(w.append(x), sum(w) / len(w))[1] for x in [1, 2, 3, 4, 5]])
l = deque(); l.append(l); print(l); d2 = deque([1, 2]); d2 += 'a'; d2 *= 2; print(d2)

# expect: deque([2, 3, 4], maxlen=3)
# expect: None
# expect: deque(['L', 2, 3], maxlen=3)
# expect: None
# expect: deque([3, 7, 8], maxlen=3)
# expect: 3
# expect: attribute 'maxlen' of 'collections.deque' objects is not writable
# expect: RuntimeError deque mutated during iteration
# expect: deque mutated during iteration
# expect: 700 699
# expect: 499 999
# expect: [1.0, 1.5, 2.0, 3.0, 4.0]
# expect: deque([[...]])
# expect: deque([1, 2, 'a', 1, 2, 'a'])
