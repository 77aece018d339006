# timeout: 5
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import OrderedDict as O
o = O(a=1, b=2, c=3)
t(lambda: o)
t(lambda: o.move_to_end('a'))
t(lambda: list(o))
t(lambda: o.move_to_end('c', last=False))
t(lambda: list(o))
t(lambda: o.popitem())
t(lambda: o.popitem(last=False))
t(lambda: o)
t(lambda: O([('x', 1), ('y', 2)]) == O([('y', 2), ('x', 1)]))
t(lambda: O(x=1, y=2) == dict(y=2, x=1))
t(lambda: O.fromkeys('ab', 0))
t(lambda: list(reversed(O(a=1, b=2))))
t(lambda: O(a=1) | {'b': 2})
t(lambda: repr(O()))
t(lambda: O(a=1).copy())
t(lambda: o.setdefault('q', 5))
t(lambda: o.pop('zz', 'd'))
t(lambda: list(o.items()))
t(lambda: isinstance(o, dict))
t(lambda: o.move_to_end('nope'))
t(lambda: O().popitem())
t(lambda: o['zzz'])
t(lambda: o.pop('zzz'))
for k in o: pass
o['q'] = 9; del o['q']; o['q'] = 1; print(list(o), list(o.keys()), list(reversed(o.values())))
try:
    for k in o: o['new' + k] = 1
except RuntimeError as e: print(e)

# expect: OrderedDict({'a': 1, 'b': 2, 'c': 3})
# expect: None
# expect: ['b', 'c', 'a']
# expect: None
# expect: ['c', 'b', 'a']
# expect: ('a', 1)
# expect: ('c', 3)
# expect: OrderedDict({'b': 2})
# expect: False
# expect: True
# expect: OrderedDict({'a': 0, 'b': 0})
# expect: ['b', 'a']
# expect: OrderedDict({'a': 1, 'b': 2})
# expect: 'OrderedDict()'
# expect: OrderedDict({'a': 1})
# expect: 5
# expect: 'd'
# expect: [('b', 2), ('q', 5)]
# expect: True
# expect: KeyError 'nope'
# expect: KeyError 'dictionary is empty'
# expect: KeyError 'zzz'
# expect: KeyError 'zzz'
# expect: ['b', 'q'] ['b', 'q'] [1, 2]
# expect: OrderedDict mutated during iteration
