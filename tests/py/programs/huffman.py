import heapq
from collections import Counter
def build(s):
    h = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(s).items()))]; heapq.heapify(h); k = len(h)
    while len(h) > 1:
        a, b = heapq.heappop(h), heapq.heappop(h)
        heapq.heappush(h, (a[0] + b[0], k, (a[2], b[2]))); k += 1
    codes = {}
    def walk(t, p):
        if isinstance(t, str): codes[t] = p or '0'
        else: walk(t[0], p + '0'); walk(t[1], p + '1')
    walk(h[0][2], '')
    return codes
s = 'abracadabra alakazam'
c = build(s); enc = ''.join(c[x] for x in s)
rev, out, cur = {v: k for k, v in c.items()}, '', ''
for b in enc:
    cur += b
    if cur in rev: out += rev[cur]; cur = ''
print(len(enc), out == s, sorted(len(v) for v in c.values()), sum(2 ** -len(v) for v in c.values()))

# expect: 55 True [1, 4, 4, 4, 4, 4, 4, 4, 5, 5] 1.0
