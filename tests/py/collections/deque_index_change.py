# Comparisons that change the deque; iterators that are pickled.
import pickle
from collections import deque


class Clears:
    def __init__(self, d):
        self.d = d

    def __eq__(self, other):
        self.d.clear()
        return False


for n in (1, 2, 30):
    for place in (0, n - 1):
        for method in ('index', 'count', 'remove'):
            d = deque(range(n))
            d[place] = Clears(d)
            try:
                getattr(d, method)('absent')
            except (RuntimeError, IndexError) as e:
                print(n, place, method, type(e).__name__, e)
for it in (iter(deque('abc')), iter(deque())):
    next(it, None)
    for protocol in range(6):
        print(list(pickle.loads(pickle.dumps(it, protocol))), end=' ')
    print(it.__reduce__()[1])

# expect: 1 0 index RuntimeError deque mutated during iteration
# expect: 1 0 count RuntimeError deque mutated during iteration
# expect: 1 0 remove IndexError deque mutated during iteration
# expect: 1 0 index RuntimeError deque mutated during iteration
# expect: 1 0 count RuntimeError deque mutated during iteration
# expect: 1 0 remove IndexError deque mutated during iteration
# expect: 2 0 index RuntimeError deque mutated during iteration
# expect: 2 0 count RuntimeError deque mutated during iteration
# expect: 2 0 remove IndexError deque mutated during iteration
# expect: 2 1 index RuntimeError deque mutated during iteration
# expect: 2 1 count RuntimeError deque mutated during iteration
# expect: 2 1 remove IndexError deque mutated during iteration
# expect: 30 0 index RuntimeError deque mutated during iteration
# expect: 30 0 count RuntimeError deque mutated during iteration
# expect: 30 0 remove IndexError deque mutated during iteration
# expect: 30 29 index RuntimeError deque mutated during iteration
# expect: 30 29 count RuntimeError deque mutated during iteration
# expect: 30 29 remove IndexError deque mutated during iteration
# expect: ['b', 'c'] ['b', 'c'] ['b', 'c'] ['b', 'c'] ['b', 'c'] ['b', 'c'] (deque(['a', 'b', 'c']), 1)
# expect: [] [] [] [] [] [] (deque([]), 0)
