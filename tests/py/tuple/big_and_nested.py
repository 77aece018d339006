def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t1 = tuple(range(1000))
t(lambda: len(t1))
t(lambda: sum(t1))
t(lambda: t1[999])
t(lambda: t1.index(500))
t(lambda: hash(t1) == hash(tuple(range(1000))))
t(lambda: t1 == tuple(list(t1)))
t(lambda: len(t1 * 100))
t(lambda: (t1 * 3).count(5))
t(lambda: t1[::250])
t(lambda: tuple(reversed(t1))[:3])
t(lambda: tuple(sorted(t1, reverse=True))[0])
n = ()
for _ in range(200): n = (n,)
d = 0
while n: n = n[0]; d += 1
t(lambda: d)
pairs = tuple((i, i * i) for i in range(5))
t(lambda: dict(pairs)[3])
t(lambda: tuple(zip(*pairs)))
t(lambda: tuple(map(sum, pairs)))
t(lambda: [a for a, b in pairs if b > 3])

# expect: 1000
# expect: 499500
# expect: 999
# expect: 500
# expect: True
# expect: True
# expect: 100000
# expect: 3
# expect: (0, 250, 500, 750)
# expect: (999, 998, 997)
# expect: 999
# expect: 200
# expect: 9
# expect: ((0, 1, 2, 3, 4), (0, 1, 4, 9, 16))
# expect: (0, 2, 6, 12, 20)
# expect: [2, 3, 4]
