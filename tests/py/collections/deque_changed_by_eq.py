from collections import deque


class Clears:
    def __eq__(self, other):
        d.clear()
        return False


for f in (lambda: d.index(5), lambda: 5 in d, lambda: d.count(5)):
    d = deque([Clears(), 1])
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# expect: RuntimeError deque mutated during iteration
# expect: RuntimeError deque mutated during iteration
# expect: RuntimeError deque mutated during iteration
