def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import ChainMap as C
c = C({'a': 1}, {'a': 2, 'b': 3})
t(lambda: c['a'])
t(lambda: c['b'])
t(lambda: dict(c))
t(lambda: len(c))
t(lambda: list(c))
t(lambda: c.maps)
t(lambda: c.parents)
t(lambda: c.new_child({'z': 0})['z'])
t(lambda: c.get('q', 'd'))
t(lambda: 'b' in c)
t(lambda: c.new_child(a=9)['a'])
t(lambda: c == {'a': 1, 'b': 3})
t(lambda: repr(c))
t(lambda: c | {'k': 1})
t(lambda: c.copy().maps[1] is c.maps[1])
t(lambda: bool(C()))
t(lambda: c['zz'])
c['b'] = 'new'; print(c.maps, c['b']); del c['b']; print(c['b'])
t(lambda: c.pop('b'))
t(lambda: c.popitem())
t(lambda: c.maps)
t(lambda: c.popitem())
t(lambda: del_ if 0 else c.__delitem__('nope'))
t(lambda: c.clear())
t(lambda: c)

# expect: 1
# expect: 3
# expect: {'a': 1, 'b': 3}
# expect: 2
# expect: ['a', 'b']
# expect: [{'a': 1}, {'a': 2, 'b': 3}]
# expect: ChainMap({'a': 2, 'b': 3})
# expect: 0
# expect: 'd'
# expect: True
# expect: 9
# expect: True
# expect: "ChainMap({'a': 1}, {'a': 2, 'b': 3})"
# expect: ChainMap({'a': 1, 'k': 1}, {'a': 2, 'b': 3})
# expect: True
# expect: False
# expect: KeyError 'zz'
# expect: [{'a': 1, 'b': 'new'}, {'a': 2, 'b': 3}] new
# expect: 3
# expect: KeyError "Key not found in the first mapping: 'b'"
# expect: ('a', 1)
# expect: [{}, {'a': 2, 'b': 3}]
# expect: KeyError 'No keys found in the first mapping.'
# expect: KeyError "Key not found in the first mapping: 'nope'"
# expect: None
# expect: ChainMap({}, {'a': 2, 'b': 3})
