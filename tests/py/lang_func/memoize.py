def memo(f):
    cache = {}
    def w(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    w.cache = cache
    return w
@memo
def grid(r, c): return 1 if r == 0 or c == 0 else grid(r - 1, c) + grid(r, c - 1)
print(grid(10, 10), len(grid.cache))
@memo
def lcs(a, b):
    if not a or not b: return ''
    if a[0] == b[0]: return a[0] + lcs(a[1:], b[1:])
    return max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
print(lcs('abcbdab', 'bdcaba'))
@memo
def coins(n, cs): return 1 if n == 0 else 0 if n < 0 or not cs else coins(n - cs[0], cs) + coins(n, cs[1:])
print(coins(100, (50, 25, 10, 5, 1)))
try: memo(len)([])
except TypeError as e: print(type(e).__name__)

# expect: 184756 120
# expect: bdab
# expect: 292
# expect: TypeError
