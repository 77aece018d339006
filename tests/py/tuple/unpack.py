def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a, b = 1, 2; a, b = b, a; print(a, b)
(x, (y, *z)), w = (1, (2, 3, 4)), 5; print(x, y, z, w)
def f(): return 1, 2, 3
p, *q = f(); print(p, q); *_, last = f(); print(last)
t2 = 1, ; print(t2); t3 = 1, 2, ; print(t3); print(((1)), ((1,)))
for i, (j, k) in enumerate([(1, 2), (3, 4)]): print(i, j, k)
t(lambda: ((*(1, 2), *[3]), tuple(x * 2 for x in (1, 2)), (lambda *a: a)(*(1, 2), 3), dict(((1, 2), (3, 4))), max((1, 9), (2, 0)), sum((1, 2, 3)), sorted(((2, 1), (1, 2))), list(zip((1, 2), (3, 4))), min((3, 1), (3, 0), key=lambda p: p[1])))

# expect: 2 1
# expect: 1 2 [3, 4] 5
# expect: 1 [2, 3]
# expect: 3
# expect: (1,)
# expect: (1, 2)
# expect: 1 (1,)
# expect: 0 1 2
# expect: 1 3 4
# expect: ((1, 2, 3), (2, 4), (1, 2, 3), {1: 2, 3: 4}, (2, 0), 6, [(1, 2), (2, 1)], [(1, 3), (2, 4)], (3, 0))
