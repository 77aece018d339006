def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class OSet:
    def __init__(s, it=()): s.d = dict.fromkeys(it)
    def add(s, x): s.d[x] = None
    def __iter__(s): return iter(s.d)
    def __and__(s, o): return OSet(x for x in s if x in o.d)
    def __repr__(s): return f'OSet({list(s)})'
t(lambda: OSet('hello'))
t(lambda: OSet([1, 2, 3]) & OSet([3, 1]))
t(lambda: list(OSet('ab')))
from collections import defaultdict
class Multi(defaultdict):
    def __init__(s): super().__init__(list)
    def add(s, k, v): s[k].append(v); return s
t(lambda: Multi().add('a', 1).add('a', 2).add('b', 3))
t(lambda: Multi()['z'])
t(lambda: dict(Multi().add(1, 2)))

# expect: OSet(['h', 'e', 'l', 'o'])
# expect: OSet([1, 3])
# expect: ['a', 'b']
# expect: Multi(<class 'list'>, {'a': [1, 2], 'b': [3]})
# expect: []
# expect: {1: [2]}
