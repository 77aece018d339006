def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class H:
    def __init__(s, n): s.n = n
    def __hash__(s): return 1
    def __eq__(s, o): return s.n == o.n
    def __repr__(s): return f'H{s.n}'
s = {H(i) for i in range(40)}
t(lambda: len(s))
t(lambda: H(20) in s)
t(lambda: H(99) in s)
t(lambda: len(s | {H(5), H(50)}))
t(lambda: len(s & {H(1), H(2), H(77)}))
t(lambda: len(s - {H(0)}))
for i in range(0, 40, 2): s.remove(H(i))
t(lambda: len(s))
t(lambda: H(2) in s)
t(lambda: H(3) in s)
t(lambda: sorted(x.n for x in s)[:3])
for i in range(40): s.add(H(i))
t(lambda: len(s))
t(lambda: s.remove(H(100)))
m = {i << 40 for i in range(500)}; print(len(m), (3 << 40) in m, 3 in m, sum(m) == sum(range(500)) << 40)

# expect: 40
# expect: True
# expect: False
# expect: 41
# expect: 2
# expect: 39
# expect: 20
# expect: False
# expect: True
# expect: [1, 3, 5]
# expect: 40
# expect: KeyError H100
# expect: 500 True False True
