def make():
    def fact(n): return 1 if n <= 1 else n * fact(n - 1)
    return fact
f = make(); print(f(10))
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
g = fib; print(g(10))
fib = lambda n: 0
print(g(10))
def counter_family(n):
    cs = []
    for i in range(n):
        def c(i=i, box=[0]): box[0] += i; return box[0]
        cs.append(c)
    return cs
cs = counter_family(3); print([c() for c in cs], [c() for c in cs])
def mutual():
    def a(n): return 'a' if n == 0 else b(n - 1)
    def b(n): return 'b' if n == 0 else a(n - 1)
    return a
print(mutual()(7))

# expect: 3628800
# expect: 55
# expect: 0
# expect: [0, 1, 2] [0, 2, 4]
# expect: b
