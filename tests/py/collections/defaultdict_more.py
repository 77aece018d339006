def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import defaultdict as D
d = D(list); d['a'].append(1); d['b']
t(lambda: d)
t(lambda: d.default_factory)
t(lambda: 'c' in d)
t(lambda: d.get('c'))
t(lambda: d | {'z': [1]})
t(lambda: D(int, {'a': 1})['q'])
t(lambda: D(lambda: 'x')[5])
t(lambda: D(set, a={1}))
t(lambda: repr(D(None)))
t(lambda: len(d))
t(lambda: d.copy() == d)
t(lambda: d.pop('b'))
t(lambda: D(int) == {})
t(lambda: type(D(int) | D(str)).__name__)
t(lambda: d.__missing__('new'))
t(lambda: list(d))
t(lambda: D()['x'])
t(lambda: D('x'))
t(lambda: D(int, 5))
d.default_factory = None
t(lambda: d['nope'])
e = D(lambda: 1 / 0)
t(lambda: e['k'])
t(lambda: 'k' in e)
g = D(lambda: D(int))
for w in ['ab', 'ac', 'bd']: g[w[0]][w[1]] += 1
t(lambda: {k: dict(v) for k, v in g.items()})

# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []})
# expect: <class 'list'>
# expect: False
# expect: None
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': [], 'z': [1]})
# expect: 0
# expect: 'x'
# expect: defaultdict(<class 'set'>, {'a': {1}})
# expect: 'defaultdict(None, {})'
# expect: 2
# expect: True
# expect: []
# expect: True
# expect: 'defaultdict'
# expect: []
# expect: ['a', 'new']
# expect: KeyError 'x'
# expect: TypeError first argument must be callable or None
# expect: TypeError 'int' object is not iterable
# expect: KeyError 'nope'
# expect: ZeroDivisionError division by zero
# expect: False
# expect: {'a': {'b': 1, 'c': 1}, 'b': {'d': 1}}
