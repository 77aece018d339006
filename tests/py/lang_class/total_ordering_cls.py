import functools
@functools.total_ordering
class V:
    def __init__(s, n): s.n = n
    def __eq__(s, o): return s.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(s, o): return s.n < o.n if isinstance(o, V) else NotImplemented
    def __repr__(s): return f'V{s.n}'
a, b = V(1), V(2)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a <= V(1))
print(sorted([V(3), a, b]), max(a, b), min([b, a]))
for f in (lambda: a < 1, lambda: a <= 1, lambda: 1 > a, lambda: a >= 's'):
    try: print(f())
    except TypeError as e: print(e)
try:
    @functools.total_ordering
    class X: pass
except ValueError as e: print(e)
class Card:
    order = '23456789TJQKA'
    def __init__(s, c): s.c = c
    def __lt__(s, o): return s.order.index(s.c) < s.order.index(o.c)
    def __repr__(s): return s.c
print(sorted(map(Card, 'KA2T9')), sorted(map(Card, 'KA2T9'), reverse=True), max(map(Card, 'QJ')))

# expect: True True False False False True True
# expect: [V1, V2, V3] V2 V1
# expect: '<' not supported between instances of 'V' and 'int'
# expect: '<=' not supported between instances of 'V' and 'int'
# expect: '>' not supported between instances of 'int' and 'V'
# expect: '>=' not supported between instances of 'V' and 'str'
# expect: must define at least one ordering operation: < > <= >=
# expect: [2, 9, T, K, A] [A, K, T, 9, 2] Q
