def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class D(dict):
    def __getitem__(s, k): return 'got ' + str(super().get(k))
    def __setitem__(s, k, v): super().__setitem__(k, v * 2)
    def __contains__(s, k): return True
d = D(a=1); d['b'] = 2
t(lambda: d)
t(lambda: d['a'])
t(lambda: d['zz'])
t(lambda: 'q' in d)
t(lambda: d.get('b'))
t(lambda: dict(d))
t(lambda: d.items())
t(lambda: d.pop('a'))
t(lambda: list(d))
t(lambda: {**D(x=1)})
t(lambda: D() | {'k': 1})
t(lambda: type(D() | {}).__name__)
t(lambda: type(D(a=1).copy()).__name__)
t(lambda: type(D.fromkeys('a')).__name__)
t(lambda: d.setdefault('s', 5))
t(lambda: d.update(u=7))
t(lambda: d)
t(lambda: d == {'b': 4, 's': 5, 'u': 7})
d.attr = 1; print(vars(d), isinstance(d, dict))
class O(dict):
    def __init__(s, *a, **k): super().__init__(*a, **k); s.__dict__ = s
o = O(x=1); o.y = 2; print(o, o.x, o['y'])
class L(dict):
    def __getattr__(s, n):
        try: return s[n]
        except KeyError: raise AttributeError(n) from None
t(lambda: L(a=1).a)
t(lambda: L().b)

# expect: {'a': 1, 'b': 4}
# expect: 'got 1'
# expect: 'got None'
# expect: True
# expect: 4
# expect: {'a': 1, 'b': 4}
# expect: dict_items([('a', 1), ('b', 4)])
# expect: 1
# expect: ['b']
# expect: {'x': 1}
# expect: {'k': 1}
# expect: 'dict'
# expect: 'dict'
# expect: TypeError unsupported operand type(s) for *: 'NoneType' and 'int'
# expect: 5
# expect: None
# expect: {'b': 4, 's': 5, 'u': 7}
# expect: True
# expect: {'attr': 1} True
# expect: {'x': 1, 'y': 2} 1 2
# expect: 1
# expect: AttributeError b
