def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import operator as o
ops = [o.add, o.sub, o.mul, o.truediv, o.floordiv, o.mod, o.pow, o.and_, o.or_, o.xor, o.lshift, o.lt, o.eq]
for a in (3, -2, 2.5, True, 'a', [1], None):
    row = []
    for f in ops:
        try: row.append(f(a, 2))
        except Exception as e: row.append(type(e).__name__[:4])
    print(repr(a), row)

# expect: 3 [5, 1, 6, 1.5, 1, 1, 9, 2, 3, 1, 12, False, False]
# expect: -2 [0, -4, -4, -1.0, -1, 0, 4, 2, -2, -4, -8, True, False]
# expect: 2.5 [4.5, 0.5, 5.0, 1.25, 1.0, 0.5, 6.25, 'Type', 'Type', 'Type', 'Type', False, False]
# expect: True [3, -1, 2, 0.5, 0, 1, 1, 0, 3, 3, 4, True, False]
# expect: 'a' ['Type', 'Type', 'aa', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', False]
# expect: [1] ['Type', 'Type', [1, 1], 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', False]
# expect: None ['Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', 'Type', False]
