import itertools
def fib():
    a, b = 0, 1
    while 1: yield a; a, b = b, a + b
print(list(itertools.islice(fib(), 15)), next(x for x in fib() if x > 1000))
def collatz(n):
    yield n
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        yield n
print(list(collatz(6)), max(collatz(27)), sum(1 for _ in collatz(27)))
def primes():
    D, q = {}, 2
    while 1:
        if q not in D: yield q; D[q * q] = [q]
        else:
            for p in D.pop(q): D.setdefault(p + q, []).append(p)
        q += 1
print(list(itertools.takewhile(lambda p: p < 50, primes())))
def cyc(s):
    while s: yield from s
print(''.join(itertools.islice(cyc('abc'), 8)), list(cyc('')))

# expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377] 1597
# expect: [6, 3, 10, 5, 16, 8, 4, 2, 1] 9232 112
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
# expect: abcabcab []
