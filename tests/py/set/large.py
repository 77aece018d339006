def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = set(range(0, 10000, 3)); t2 = set(range(0, 10000, 5))
t(lambda: len(s))
t(lambda: len(s & t2))
t(lambda: len(s | t2))
t(lambda: len(s - t2))
t(lambda: len(s ^ t2))
t(lambda: sum(s & t2))
t(lambda: 9999 in s)
t(lambda: max(t2))
t(lambda: s & t2 == set(range(0, 10000, 15)))
for i in range(0, 10000, 6): s.discard(i)
t(lambda: len(s))
t(lambda: 3 in s)
t(lambda: 6 in s)
while len(s) > 5: s.pop()
t(lambda: len(s))
w = {str(i) for i in range(5000)}; print(len(w), '4999' in w, '5000' in w, len({x[-1] for x in w}), len(w & {str(i) for i in range(0, 9999, 7)}))

# expect: 3334
# expect: 667
# expect: 4667
# expect: 2667
# expect: 4000
# expect: 3331665
# expect: True
# expect: 9995
# expect: True
# expect: 1667
# expect: True
# expect: False
# expect: 5
# expect: 5000 True False 10 715
