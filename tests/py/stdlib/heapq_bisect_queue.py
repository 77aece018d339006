import heapq, bisect
h = [5, 3, 8, 1]; heapq.heapify(h); print(h[0], heapq.heappushpop(h, 0), sorted(h), heapq.nsmallest(2, h), [heapq.heappop(h) for _ in range(4)])
g = [33, 66, 80, 90]; print([('FDCBA')[bisect.bisect(g, s)] for s in (10, 33, 70, 85, 99)])

# expect: 1 0 [1, 3, 5, 8] [1, 3] [1, 3, 5, 8]
# expect: ['F', 'D', 'C', 'B', 'A']
