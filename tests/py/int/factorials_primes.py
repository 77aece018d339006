def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def fact(n): return 1 if n < 2 else n * fact(n - 1)
t(lambda: fact(30))
t(lambda: fact(60) // fact(58))
t(lambda: len(str(fact(300))))
t(lambda: [n for n in range(2, 60) if all(n % d for d in range(2, int(n ** .5) + 1))])
def factor(n):
    f, d = [], 2
    while d * d <= n:
        while n % d == 0: f.append(d); n //= d
        d += 1
    return f + [n] * (n > 1)
t(lambda: factor(360))
t(lambda: factor(97))
t(lambda: factor(2 ** 20))
t(lambda: factor(600851475143))
t(lambda: factor(1))
def mr(n): return n > 1 and all(n == p or (n % p and any(pow(p, (n - 1) >> k, n) in ((1, n - 1) if k == ((n - 1) & -(n - 1)).bit_length() - 1 else (n - 1,)) for k in range(1, ((n - 1) & -(n - 1)).bit_length()))) for p in (2, 3, 5, 7, 11, 13))
t(lambda: [mr(n) for n in (2, 17, 91, 561, 7919, 2 ** 61 - 1, 2 ** 67 - 1)])

# expect: 265252859812191058636308480000000
# expect: 3540
# expect: 615
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]
# expect: [2, 2, 2, 3, 3, 5]
# expect: [97]
# expect: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
# expect: [71, 839, 1471, 6857]
# expect: []
# expect: [False, True, False, False, True, True, False]
