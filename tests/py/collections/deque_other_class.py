# A subclass of deque whose __new__ returns something else: copying says so.
from collections import deque


class Odd(deque):
    pass


d = Odd([1])
Odd.__new__ = lambda cls, *args, **keywords: [42]
for f in (lambda: d * 2, lambda: d + deque([1]), lambda: d.copy()):
    try:
        print(f())
    except TypeError as e:
        print(e)
# expect: Odd() must return a deque, not list
# expect: Odd() must return a deque, not list
# expect: Odd() must return a deque, not list
