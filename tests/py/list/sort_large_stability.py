def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import random
r = random.Random(5)
for n in (0, 1, 2, 10, 63, 64, 65, 100, 1000, 5000):
    l = [r.randrange(n + 1) for _ in range(n)]
    s = sorted(l); ok = all(s[i] <= s[i + 1] for i in range(n - 1))
    p = [(x % 7, i) for i, x in enumerate(l)]; q = sorted(p, key=lambda t: t[0])
    st = all(q[i][0] < q[i + 1][0] or q[i][1] < q[i + 1][1] for i in range(n - 1))
    f = sorted(map(float, l)) == list(map(float, s)); g = sorted(map(str, l)) == sorted(str(x) for x in s)
    print(n, ok, st, f, g, sorted(s) == s, sorted(s, reverse=True) == s[::-1])
cmp = 0
class C:
    def __init__(s, v): s.v = v
    def __lt__(s, o):
        global cmp
        cmp += 1
        return s.v < o.v
l = [C(i) for i in range(100)]; l.sort(); print(cmp)
cmp = 0; l.reverse(); l.sort(); print(cmp)

# expect: 0 True True True True True True
# expect: 1 True True True True True True
# expect: 2 True True True True True True
# expect: 10 True True True True True True
# expect: 63 True True True True True True
# expect: 64 True True True True True True
# expect: 65 True True True True True True
# expect: 100 True True True True True True
# expect: 1000 True True True True True True
# expect: 5000 True True True True True True
# expect: 99
# expect: 99
