def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import heapq, bisect
h = []
for x in [5, 1, 4, 1, 3]: heapq.heappush(h, x)
t(lambda: h[0])
t(lambda: [heapq.heappop(h) for _ in range(5)])
t(lambda: heapq.nlargest(2, [1, 5, 3]))
t(lambda: heapq.nsmallest(2, [4, 2, 9], key=lambda x: -x))
t(lambda: list(heapq.merge([1, 4], [2, 3])))
t(lambda: heapq.heappushpop([2, 3], 1))
t(lambda: heapq.heapreplace(l := [1, 2], 9))
t(lambda: l)
t(lambda: list(heapq.merge(['b'], ['a', 'c'], key=str.upper)))
t(lambda: heapq.heappop([]))
t(lambda: heapq.heappush(5, 1))
t(lambda: heapq.heapify('abc'))
l = [1, 3, 3, 5]
t(lambda: bisect.bisect(l, 3))
t(lambda: bisect.bisect_left(l, 3))
t(lambda: bisect.bisect_right(l, 9))
t(lambda: bisect.insort(l, 4))
t(lambda: l)
t(lambda: bisect.bisect_left([5, 3, 1], -3, key=lambda x: -x))
t(lambda: bisect.bisect(l, 3, 0, 2))
t(lambda: bisect.bisect([1, 'a'], 2))
t(lambda: bisect.bisect([1], 1, -1))
t(lambda: bisect.insort([1, 'a'], 'b', key=5))

# expect: 1
# expect: [1, 1, 3, 4, 5]
# expect: [5, 3]
# expect: [9, 4]
# expect: [1, 2, 3, 4]
# expect: 1
# expect: 1
# expect: NameError name 'l' is not defined
# expect: ['a', 'b', 'c']
# expect: IndexError index out of range
# expect: TypeError heappush() argument 1 must be list, not int
# expect: TypeError heapify() argument must be list, not str
# expect: 3
# expect: 1
# expect: 4
# expect: None
# expect: [1, 3, 3, 4, 5]
# expect: 1
# expect: 2
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: ValueError lo must be non-negative
# expect: TypeError 'int' object is not callable
