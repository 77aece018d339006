from concurrent.futures import ThreadPoolExecutor
import itertools, math
def primes(lo, hi): return [n for n in range(max(2, lo), hi) if all(n % d for d in range(2, math.isqrt(n) + 1))]
with ThreadPoolExecutor(4) as ex:
    chunks = [(i, i + 500) for i in range(0, 4000, 500)]
    r = list(itertools.chain.from_iterable(ex.map(lambda c: primes(*c), chunks)))
print(len(r), r[-5:], sum(r))
def matmul(a, b):
    bt = list(zip(*b))
    with ThreadPoolExecutor(3) as ex: return list(ex.map(lambda row: [sum(x * y for x, y in zip(row, c)) for c in bt], a))
print(matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
def psort(a, d=2):
    if d == 0 or len(a) < 2: return sorted(a)
    m = len(a) // 2
    with ThreadPoolExecutor(2) as ex: l, r = ex.map(lambda p: psort(p, d - 1), (a[:m], a[m:]))
    out = []; i = j = 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]: out.append(l[i]); i += 1
        else: out.append(r[j]); j += 1
    return out + l[i:] + r[j:]
import random; random.seed(1); x = [random.randrange(1000) for _ in range(500)]; print(psort(x) == sorted(x))

# expect: 550 [3931, 3943, 3947, 3967, 3989] 1013507
# expect: [[19, 22], [43, 50]]
# expect: True
