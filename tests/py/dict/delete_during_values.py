def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class V:
    def __init__(s, n): s.n = n
    def __del__(s): log.append(s.n)
log = []
d = {'a': V(1), 'b': V(2)}
d['a'] = V(3); print(log)
d.pop('b'); print(log)
d.clear(); print(log)
d = {V(4): V(5)}; d.popitem(); print(sorted(log[3:]))
d = {1: V(6)}; d.update({1: V(7)}); print(log[-1]); del d; print(log[-1])
class K:
    def __init__(s, n): s.n = n
    def __hash__(s): return hash(s.n)
    def __eq__(s, o): return s.n == o.n
    def __repr__(s): return f'K{s.n}'
k1, k2 = K(1), K(1); d = {k1: 'a'}; d[k2] = 'b'; print(list(d)[0] is k1, d)

# expect: [1]
# expect: [1, 2]
# expect: [1, 2, 3]
# expect: [4, 5]
# expect: 6
# expect: 7
# expect: True {K1: 'b'}
