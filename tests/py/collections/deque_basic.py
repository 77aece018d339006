def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import deque
d = deque([1, 2, 3])
t(lambda: d.append(4))
t(lambda: d.appendleft(0))
t(lambda: d)
t(lambda: d.pop())
t(lambda: d.popleft())
t(lambda: d)
t(lambda: d.rotate(1))
t(lambda: d)
t(lambda: d.rotate(-2))
t(lambda: d)
t(lambda: d.extend('ab'))
t(lambda: d.extendleft('xy'))
t(lambda: d)
t(lambda: d.index(2))
t(lambda: d.count('a'))
t(lambda: d.remove('a'))
t(lambda: d.reverse())
t(lambda: d)
t(lambda: d[0])
t(lambda: d[-1])
t(lambda: len(d))
t(lambda: 2 in d)
t(lambda: d.insert(1, 'ins'))
t(lambda: d)
t(lambda: d.copy() == d)
t(lambda: d.clear())
t(lambda: d)
t(lambda: bool(d))
t(lambda: d.maxlen)
t(lambda: deque('abc', 2))
t(lambda: deque(maxlen=3))
t(lambda: repr(deque([1], maxlen=5)))
t(lambda: deque([1]) + deque([2]))
t(lambda: deque([1]) * 3)
t(lambda: deque([1]) == deque([1]))
t(lambda: deque([1]) < deque([2]))
t(lambda: deque([1, 2]) == [1, 2])
t(lambda: list(reversed(deque('ab'))))
t(lambda: d.pop())
t(lambda: d.popleft())
t(lambda: d.remove(5))
t(lambda: d.index(5))
t(lambda: deque([1])[5])
t(lambda: deque([1])['a'])
t(lambda: deque([1])[0:1])
t(lambda: deque(5))
t(lambda: deque([], -1))
t(lambda: deque([], 'a'))
t(lambda: hash(deque()))
t(lambda: deque([1]) + [2])
t(lambda: deque([1], 1).insert(0, 5))
t(lambda: deque([1]).rotate('a'))

# expect: None
# expect: None
# expect: deque([0, 1, 2, 3, 4])
# expect: 4
# expect: 0
# expect: deque([1, 2, 3])
# expect: None
# expect: deque([3, 1, 2])
# expect: None
# expect: deque([2, 3, 1])
# expect: None
# expect: None
# expect: deque(['y', 'x', 2, 3, 1, 'a', 'b'])
# expect: 2
# expect: 1
# expect: None
# expect: None
# expect: deque(['b', 1, 3, 2, 'x', 'y'])
# expect: 'b'
# expect: 'y'
# expect: 6
# expect: True
# expect: None
# expect: deque(['b', 'ins', 1, 3, 2, 'x', 'y'])
# expect: True
# expect: None
# expect: deque([])
# expect: False
# expect: None
# expect: deque(['b', 'c'], maxlen=2)
# expect: deque([], maxlen=3)
# expect: 'deque([1], maxlen=5)'
# expect: deque([1, 2])
# expect: deque([1, 1, 1])
# expect: True
# expect: True
# expect: False
# expect: ['b', 'a']
# expect: IndexError pop from an empty deque
# expect: IndexError pop from an empty deque
# expect: ValueError deque.remove(x): x not in deque
# expect: ValueError deque.index(x): x not in deque
# expect: IndexError deque index out of range
# expect: TypeError sequence index must be integer, not 'str'
# expect: TypeError sequence index must be integer, not 'slice'
# expect: TypeError 'int' object is not iterable
# expect: ValueError maxlen must be non-negative
# expect: TypeError an integer is required
# expect: TypeError unhashable type: 'collections.deque'
# expect: TypeError can only concatenate deque (not "list") to deque
# expect: IndexError deque already at its maximum size
# expect: TypeError 'str' object cannot be interpreted as an integer
