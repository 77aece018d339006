def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import random
rnd = random.Random(1)
bad = 0
for _ in range(300):
    a, b, c = rnd.randrange(-12, 12), rnd.randrange(-12, 12), rnd.choice([-3, -2, -1, 1, 2, 3])
    r, l = range(a, b, c), list(range(a, b, c))
    s = slice(rnd.choice([None, -7, -2, 0, 1, 5]), rnd.choice([None, -5, -1, 0, 3, 9]), rnd.choice([None, -2, -1, 1, 2]))
    bad += list(r[s]) != l[s] or len(r) != len(l) or list(reversed(r)) != l[::-1] or any((x in r) != (x in l) for x in range(-13, 13)) or str(list(r)) != str(l)
t(lambda: bad)

# expect: 0
