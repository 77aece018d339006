import heapq, bisect
h = []
[heapq.heappush(h, x) for x in (5, 2, 8, 1, 9, 3)]
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h)
l = [9, 8, 7, 1, 2]
heapq.heapify(l)
print(l, heapq.nlargest(3, l), heapq.nsmallest(2, l), heapq.nlargest(2, ['aa', 'b', 'cccc'], key=len))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])))
print(list(heapq.merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len)))
print(list(heapq.merge([5, 3], [4, 1], reverse=True)))
for f in (
    lambda: heapq.heappop([]), lambda: heapq.heapify((1,)), lambda: heapq.heappush([1], 'a'),
    lambda: heapq.heapreplace([], 1), lambda: heapq.heappushpop([], 1),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
a = [1, 2, 2, 3, 5]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 9))
print(bisect.bisect_left(a, 2, 2), bisect.bisect(a, 2, 0, 2))
bisect.insort(a, 4)
bisect.insort_left(a, 2)
print(a)
data = [('r', 5), ('b', 1), ('y', 8)]
data.sort(key=lambda r: r[1])
print(bisect.bisect_left(data, 5, key=lambda r: r[1]))
bisect.insort(data, ('k', 3), key=lambda r: r[1])
print(data)
try:
    bisect.bisect([1], 'a')
except TypeError as e:
    print(e)
try:
    bisect.bisect([1], 1, -1)
except ValueError as e:
    print(e)

# expect: [3, 5, 7, 8, 9] 1 [3, 5, 7, 8, 9] 0 2 [3, 5, 7, 8, 9]
# expect: [1, 2, 7, 8, 9] [9, 8, 7] [1, 2] ['cccc', 'aa']
# expect: [0, 1, 2, 4, 5, 7, 9]
# expect: ['dog', 'cat', 'fish', 'horse', 'kangaroo']
# expect: [5, 4, 3, 1]
# expect: IndexError index out of range
# expect: TypeError heapify() argument must be list, not tuple
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: IndexError index out of range
# expect: 1
# expect: 3 1 5
# expect: 2 2
# expect: [1, 2, 2, 2, 3, 4, 5]
# expect: 1
# expect: [('b', 1), ('k', 3), ('r', 5), ('y', 8)]
# expect: '<' not supported between instances of 'str' and 'int'
# expect: lo must be non-negative
