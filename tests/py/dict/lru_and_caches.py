def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class LRU:
    def __init__(s, n): s.n, s.d = n, {}
    def get(s, k):
        if k not in s.d: return None
        s.d[k] = v = s.d.pop(k); return v
    def put(s, k, v):
        s.d.pop(k, None); s.d[k] = v
        if len(s.d) > s.n: del s.d[next(iter(s.d))]
c = LRU(2); c.put('a', 1); c.put('b', 2); c.get('a'); c.put('c', 3)
t(lambda: c.d)
t(lambda: c.get('b'))
t(lambda: c.get('a'))
t(lambda: c.d)
memo = {}
def fib(n):
    if n not in memo: memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
t(lambda: fib(90))
t(lambda: len(memo))
t(lambda: list(memo)[:3])
g = {'a': 'bc', 'b': 'd', 'c': 'd', 'd': ''}
def topo():
    out, seen = [], {}
    def v(n):
        if seen.setdefault(n, False): return
        for m in g[n]: v(m) if m not in seen else None
        seen[n] = True; out.append(n)
    for n in g: v(n) if n not in seen else None
    return out[::-1]
t(lambda: topo())

# expect: {'a': 1, 'c': 3}
# expect: None
# expect: 1
# expect: {'c': 3, 'a': 1}
# expect: 2880067194370816120
# expect: 91
# expect: [1, 0, 2]
# expect: ['a', 'c', 'b', 'd']
