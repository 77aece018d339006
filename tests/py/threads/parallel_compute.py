import threading
def primes(a, b): return [n for n in range(max(a, 2), b) if all(n % d for d in range(2, int(n ** .5) + 1))]
res = [None] * 4
def w(i): res[i] = primes(i * 2500, (i + 1) * 2500)
ts = [threading.Thread(target=w, args=(i,)) for i in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print([len(r) for r in res], sum(map(len, res)), res[3][-1])
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
out = [0] * 4
ts = [threading.Thread(target=lambda i=i: out.__setitem__(i, fib(15 + i))) for i in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]; print(out)

# expect: [367, 302, 281, 279] 1229 9973
# expect: [610, 987, 1597, 2584]
