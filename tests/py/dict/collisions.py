def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class H:
    def __init__(s, n, h): s.n, s.h = n, h
    def __hash__(s): return s.h
    def __eq__(s, o): return isinstance(o, H) and s.n == o.n
    def __repr__(s): return f'H{s.n}'
d = {H(i, 7): i for i in range(50)}
t(lambda: len(d))
t(lambda: d[H(25, 7)])
t(lambda: H(99, 7) in d)
t(lambda: [d.pop(H(i, 7)) for i in (0, 49, 25)])
t(lambda: len(d))
t(lambda: d.get(H(25, 7)))
t(lambda: list(d)[:2])
for i in range(10, 20): del d[H(i, 7)]
d[H(10, 7)] = 'back'
t(lambda: len(d))
t(lambda: list(d)[-1])
t(lambda: d[H(10, 7)])
t(lambda: H(11, 7) in d)
e = {H(i, i % 3): i for i in range(100)}
t(lambda: all(e[H(i, i % 3)] == i for i in range(100)))
t(lambda: H(1, 2) in e)
t(lambda: H(1, 1) in e)
m = {i * 2 ** 32: i for i in range(200)}
t(lambda: all(m[i * 2 ** 32] == i for i in range(200)))
t(lambda: 5 in m)
s = {str(i): i for i in range(1000)}
t(lambda: all(s[str(i)] == i for i in range(1000)))
t(lambda: '1000' in s)

# expect: 50
# expect: 25
# expect: False
# expect: [0, 49, 25]
# expect: 47
# expect: None
# expect: [H1, H2]
# expect: 38
# expect: H10
# expect: 'back'
# expect: False
# expect: True
# expect: False
# expect: True
# expect: True
# expect: False
# expect: True
# expect: False
