def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def perms(l): return [[]] if not l else [[x] + p for i, x in enumerate(l) for p in perms(l[:i] + l[i + 1:])]
def subs(l): return [[]] if not l else [s + e for s in subs(l[:-1]) for e in ([], [l[-1]])]
def combos(l, k): return [[]] if k == 0 else [[l[i]] + c for i in range(len(l)) for c in combos(l[i + 1:], k - 1)]
t(lambda: perms([1, 2, 3]))
t(lambda: subs([1, 2, 3]))
t(lambda: combos('abcd', 2))
t(lambda: len(perms(list(range(6)))))
def queens(n, q=()): return [q] if len(q) == n else [s for c in range(n) if all(c != x and abs(c - x) != len(q) - i for i, x in enumerate(q)) for s in queens(n, q + (c,))]
t(lambda: len(queens(6)))
t(lambda: queens(4))
def pascal(n): return [1] if n == 0 else (lambda p: [1] + [a + b for a, b in zip(p, p[1:])] + [1])(pascal(n - 1))
t(lambda: [pascal(i) for i in range(6)])
def parts(n, m=None): return [[]] if n == 0 else [[k] + p for k in range(min(n, m or n), 0, -1) for p in parts(n - k, k)]
t(lambda: parts(5))

# expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
# expect: [[], [3], [2], [2, 3], [1], [1, 3], [1, 2], [1, 2, 3]]
# expect: [['a', 'b'], ['a', 'c'], ['a', 'd'], ['b', 'c'], ['b', 'd'], ['c', 'd']]
# expect: 720
# expect: 4
# expect: [(1, 3, 0, 2), (2, 0, 3, 1)]
# expect: [[1], [1, 1], [1, 2, 1], [1, 3, 3, 1], [1, 4, 6, 4, 1], [1, 5, 10, 10, 5, 1]]
# expect: [[5], [4, 1], [3, 2], [3, 1, 1], [2, 2, 1], [2, 1, 1, 1], [1, 1, 1, 1, 1]]
