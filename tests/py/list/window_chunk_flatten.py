def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = list(range(10))
t(lambda: [l[i:i + 3] for i in range(0, 10, 3)])
t(lambda: [l[i:i + 3] for i in range(8)])
t(lambda: list(zip(l, l[1:])))
t(lambda: l[3:] + l[:3])
t(lambda: [l[i] for i in range(0, 10, 4)])
t(lambda: [x for p in zip(l[::2], l[1::2]) for x in p[::-1]])
t(lambda: list(dict.fromkeys([3, 1, 3, 2, 1])))
t(lambda: [a - b for a, b in zip(l[1:], l)])
t(lambda: [sum(l[:i]) for i in range(1, 5)])
def flat(x): return [y for e in x for y in (flat(e) if isinstance(e, list) else [e])]
t(lambda: flat([1, [2, [3, [4, []]], 5]]))
t(lambda: flat([[[[]]]]))
def rot(l, k): k %= len(l) or 1; return l[-k:] + l[:-k]
t(lambda: rot([1, 2, 3, 4], 1))
t(lambda: rot([1, 2, 3, 4], -1))
t(lambda: rot([], 3))
t(lambda: rot([1, 2], 5))
def maxsub(l):
    best = cur = l[0]
    for x in l[1:]: cur = max(x, cur + x); best = max(best, cur)
    return best
t(lambda: maxsub([-2, 1, -3, 4, -1, 2, 1, -5, 4]))

# expect: [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9]]
# expect: [[0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4, 5], [4, 5, 6], [5, 6, 7], [6, 7, 8], [7, 8, 9]]
# expect: [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8), (8, 9)]
# expect: [3, 4, 5, 6, 7, 8, 9, 0, 1, 2]
# expect: [0, 4, 8]
# expect: [1, 0, 3, 2, 5, 4, 7, 6, 9, 8]
# expect: [3, 1, 2]
# expect: [1, 1, 1, 1, 1, 1, 1, 1, 1]
# expect: [0, 1, 3, 6]
# expect: [1, 2, 3, 4, 5]
# expect: []
# expect: [4, 1, 2, 3]
# expect: [2, 3, 4, 1]
# expect: []
# expect: [2, 1]
# expect: 6
