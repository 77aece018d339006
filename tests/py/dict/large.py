def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {}
for i in range(20000): d[i * 7 % 20011] = i
t(lambda: len(d))
t(lambda: d[7])
t(lambda: d[0])
t(lambda: sum(d.values()))
t(lambda: max(d))
t(lambda: min(d))
for i in range(0, 20011, 3): d.pop(i, None)
t(lambda: len(d))
t(lambda: 3 in d)
t(lambda: 4 in d)
t(lambda: sum(d))
for i in range(5000): d[f'k{i}'] = i
t(lambda: len(d))
t(lambda: d['k4999'])
t(lambda: list(d)[-1])
while len(d) > 10: d.popitem()
t(lambda: len(d))
e = dict(zip(range(1000), range(1000, 2000))); f = {v: k for k, v in e.items()}
t(lambda: f[1500])
t(lambda: e == {k: v for v, k in f.items()})
t(lambda: len(e | f))
t(lambda: len(e.keys() & range(10)))
t(lambda: len(e.items() - {(0, 1000)}))

# expect: 20000
# expect: 1
# expect: 0
# expect: 199990000
# expect: 20010
# expect: 0
# expect: 13333
# expect: False
# expect: True
# expect: 133326931
# expect: 18333
# expect: 4999
# expect: 'k4999'
# expect: 10
# expect: 500
# expect: True
# expect: 2000
# expect: 10
# expect: 999
