def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class D(dict):
    def __missing__(s, k): s[k] = v = [k]; return v
d = D(); d['a'].append(1)
t(lambda: d)
t(lambda: d['b'])
t(lambda: d.get('c'))
t(lambda: 'c' in d)
t(lambda: len(d))
class E(dict):
    def __missing__(s, k): raise KeyError(f'custom {k}')
t(lambda: E()['x'])
from collections import defaultdict
c = defaultdict(int)
for ch in 'hello': c[ch] += 1
t(lambda: c)
t(lambda: c['zz'])
t(lambda: 'zz' in c)
t(lambda: c.get('q'))
t(lambda: c.default_factory)
t(lambda: dict(c))
t(lambda: defaultdict(list, a=[1]))
t(lambda: defaultdict(None))
t(lambda: defaultdict(None)['x'])
t(lambda: defaultdict(5))
n = defaultdict(lambda: defaultdict(list)); n['a']['b'].append(1); print(n['a']['b'], n.keys())
t2 = lambda: defaultdict(t2); tr = t2(); tr['x']['y']['z'] = 1; print(list(tr['x']['y']))
t(lambda: defaultdict(int, {'a': 1}) | {'b': 2})
t(lambda: type(defaultdict(int) | {}).__name__)
t(lambda: defaultdict(int, x=1).copy())

# expect: {'a': ['a', 1]}
# expect: ['b']
# expect: None
# expect: False
# expect: 2
# expect: KeyError 'custom x'
# expect: defaultdict(<class 'int'>, {'h': 1, 'e': 1, 'l': 2, 'o': 1})
# expect: 0
# expect: True
# expect: None
# expect: <class 'int'>
# expect: {'h': 1, 'e': 1, 'l': 2, 'o': 1, 'zz': 0}
# expect: defaultdict(<class 'list'>, {'a': [1]})
# expect: defaultdict(None, {})
# expect: KeyError 'x'
# expect: TypeError first argument must be callable or None
# expect: [1] dict_keys(['a'])
# expect: ['z']
# expect: defaultdict(<class 'int'>, {'a': 1, 'b': 2})
# expect: 'defaultdict'
# expect: defaultdict(<class 'int'>, {'x': 1})
