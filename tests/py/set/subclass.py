def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class S(set):
    def add(s, x): super().add(x * 2)
    def __contains__(s, x): return x == 'magic' or super().__contains__(x)
s = S([1]); s.add(5)
t(lambda: s)
t(lambda: 'magic' in s)
t(lambda: 10 in s)
t(lambda: type(s | {1}).__name__)
t(lambda: type(s.copy()).__name__)
t(lambda: type(s & s).__name__)
t(lambda: type({1} | s).__name__)
t(lambda: s == {1, 10})
t(lambda: len(s))
t(lambda: sorted(s))
t(lambda: isinstance(s, set))
t(lambda: S())
t(lambda: repr(S()))
t(lambda: s.union([3]) >= {3})
t(lambda: type(s.union([3])).__name__)
s.attr = 1; print(vars(s))
class F(frozenset):
    def __new__(cls, it, tag): o = super().__new__(cls, it); o.tag = tag; return o
t(lambda: F([1], 't'))
t(lambda: F([1], 't').tag)
t(lambda: hash(F([1], 'a')) == hash(frozenset([1])))
t(lambda: F([1], 'a') == {1})
t(lambda: type(F([1], 'a') | {2}).__name__)
t(lambda: {F([1], 'q'): 'v'}[frozenset([1])])
t(lambda: hash(S()))

# expect: S({1, 10})
# expect: True
# expect: True
# expect: 'set'
# expect: 'set'
# expect: 'set'
# expect: 'set'
# expect: True
# expect: 2
# expect: [1, 10]
# expect: True
# expect: S()
# expect: 'S()'
# expect: True
# expect: 'set'
# expect: {'attr': 1}
# expect: F({1})
# expect: 't'
# expect: True
# expect: True
# expect: 'frozenset'
# expect: 'v'
# expect: TypeError unhashable type: 'S'
