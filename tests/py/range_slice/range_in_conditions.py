def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def grade(n): return next((g for r, g in ((range(90, 101), 'A'), (range(80, 90), 'B'), (range(0, 80), 'C')) if n in r), '?')
t(lambda: [grade(n) for n in (95, 85, 50, 101, -1, 90)])
r = range(0, 1000000, 7)
t(lambda: len(r))
t(lambda: 700 in r)
t(lambda: 701 in r)
t(lambda: r[-1])
t(lambda: r.index(70))
t(lambda: r[1000:1005])
t(lambda: sum(r[:10]))
i = 0
for i in range(10):
    if i == 5: break
t(lambda: i)
for i in range(0): pass
t(lambda: i)

# expect: ['A', 'B', 'C', '?', '?', 'A']
# expect: 142858
# expect: True
# expect: False
# expect: 999999
# expect: 10
# expect: range(7000, 7035, 7)
# expect: 315
# expect: 5
# expect: 5
