def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

n = float('nan')
t(lambda: [n] == [n])
t(lambda: n in [n])
t(lambda: [n].index(n))
t(lambda: [n].count(n))
t(lambda: [n, 1].remove(n))
t(lambda: [n] == [float('nan')])
class E:
    def __init__(s, v): s.v = v
    def __eq__(s, o): print('eq', s.v, end=' '); return s.v == getattr(o, 'v', o)
l = [E(1), E(2)]
t(lambda: E(2) in l)
t(lambda: l.index(2))
t(lambda: l.count(1))
t(lambda: l == [E(1), E(3)])
t(lambda: 5 in l)
class Bad:
    def __eq__(s, o): raise ValueError('eq')
t(lambda: Bad() in [1])
t(lambda: [Bad()].index(1))
t(lambda: [Bad()] == [Bad()])
b = Bad()
t(lambda: b in [b])
t(lambda: [b] == [b])

# expect: True
# expect: True
# expect: 0
# expect: 1
# expect: None
# expect: False
# expect: eq 1 eq 2 True
# expect: eq 1 eq 2 1
# expect: eq 1 eq 2 1
# expect: eq 1 eq 2 False
# expect: eq 1 eq 2 False
# expect: ValueError eq
# expect: ValueError eq
# expect: ValueError eq
# expect: True
# expect: True
