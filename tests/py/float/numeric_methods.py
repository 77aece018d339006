def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def newton(f, d, x):
    for _ in range(50):
        n = x - f(x) / d(x)
        if abs(n - x) < 1e-15: break
        x = n
    return n
t(lambda: newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0))
t(lambda: newton(lambda x: x ** 3 - x - 2, lambda x: 3 * x * x - 1, 1.5))
def bisect(f, a, b):
    while b - a > 1e-12:
        m = (a + b) / 2
        if f(a) * f(m) <= 0: b = m
        else: a = m
    return (a + b) / 2
t(lambda: round(bisect(lambda x: x * x - 3, 0, 3), 9))
def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum(f(a + i * h) for i in range(1, n, 2)) + 2 * sum(f(a + i * h) for i in range(2, n, 2)))
t(lambda: round(simpson(lambda x: x ** 3, 0, 2), 9))
t(lambda: round(simpson(lambda x: 1 / x, 1, 2.718281828459045), 6))
def mean(l): return sum(l) / len(l)
t(lambda: mean([1, 2, 3.5]))
t(lambda: (lambda l: (sum((x - mean(l)) ** 2 for x in l) / len(l)) ** .5)([2, 4, 4, 4, 5, 5, 7, 9]))
t(lambda: [round(4 * sum((-1) ** k / (2 * k + 1) for k in range(n)), 6) for n in (1, 10, 100, 1000)])

# expect: 1.414213562373095
# expect: 1.5213797068045676
# expect: 1.732050808
# expect: 4.0
# expect: 1.0
# expect: 2.1666666666666665
# expect: 2.0
# expect: [4.0, 3.04184, 3.131593, 3.140593]
