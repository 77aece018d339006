def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

for n in (0, 1, 4, 5, 6, 10, 11, 21, 22, 42, 43, 85, 86, 1000):
    d = {i: i for i in range(n)}
    ok = len(d) == n and all(d[i] == i for i in range(n)) and n not in d
    for i in range(0, n, 2): del d[i]
    ok2 = list(d) == list(range(1, n, 2))
    for i in range(n): d[i] = -i
    print(n, ok, ok2, len(d), list(d)[:3])
d = {}
for r in range(1000): d['k'] = r; del d['k']
t(lambda: len(d))
t(lambda: d)
for r in range(1000): d[r] = r; d.pop(r - 3, None)
t(lambda: list(d))

# expect: 0 True True 0 []
# expect: 1 True True 1 [0]
# expect: 4 True True 4 [1, 3, 0]
# expect: 5 True True 5 [1, 3, 0]
# expect: 6 True True 6 [1, 3, 5]
# expect: 10 True True 10 [1, 3, 5]
# expect: 11 True True 11 [1, 3, 5]
# expect: 21 True True 21 [1, 3, 5]
# expect: 22 True True 22 [1, 3, 5]
# expect: 42 True True 42 [1, 3, 5]
# expect: 43 True True 43 [1, 3, 5]
# expect: 85 True True 85 [1, 3, 5]
# expect: 86 True True 86 [1, 3, 5]
# expect: 1000 True True 1000 [1, 3, 5]
# expect: 0
# expect: {}
# expect: [997, 998, 999]
