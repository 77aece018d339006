def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import deque
maze = ['S.#.', '..#.', '#...', '##.E']
def bfs():
    q, seen = deque([((0, 0), 0)]), {(0, 0)}
    while q:
        (r, c), d = q.popleft()
        if maze[r][c] == 'E': return d
        for a, b in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if 0 <= a < 4 and 0 <= b < 4 and maze[a][b] != '#' and (a, b) not in seen: seen.add((a, b)); q.append(((a, b), d + 1))
t(lambda: bfs())
def josephus(n, k):
    d = deque(range(1, n + 1)); out = []
    while d: d.rotate(-(k - 1)); out.append(d.popleft())
    return out
t(lambda: josephus(7, 3))
def slide(l, k):
    q, out = deque(), []
    for i, x in enumerate(l):
        while q and l[q[-1]] <= x: q.pop()
        q.append(i)
        if q[0] <= i - k: q.popleft()
        if i >= k - 1: out.append(l[q[0]])
    return out
t(lambda: slide([1, 3, -1, -3, 5, 3, 6, 7], 3))

# expect: 6
# expect: [3, 6, 2, 7, 5, 1, 4]
# expect: [3, 3, 5, 5, 6, 7]
