gens = [iter(range(i, i + 3)) for i in range(100)]
def g(i):
    a = yield i
    b = yield a + i
    return a + b
gs = [g(i) for i in range(1000)]
for x in gs: next(x)
s = sum(x.send(1) for x in gs); print(s)
t = 0
for x in gs:
    try: x.send(2)
    except StopIteration as e: t += e.value
print(t)
def chain(n):
    g = iter([0])
    for _ in range(n): g = (x + 1 for x in g)
    return list(g)
print(chain(100))

# expect: 500500
# expect: 3000
# expect: [100]
