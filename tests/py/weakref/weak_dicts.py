def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref, gc
class K:
    def __init__(s, n): s.n = n
    def __repr__(s): return f'K{s.n}'
d = weakref.WeakValueDictionary(); a, b = K(1), K(2)
d['a'] = a; d['b'] = b; d['t'] = K(3)
t(lambda: sorted(d))
t(lambda: len(d))
t(lambda: d['a'])
t(lambda: d.get('t'))
t(lambda: 'b' in d)
del a; gc.collect()
t(lambda: sorted(d.items()))
t(lambda: d.pop('b'))
t(lambda: len(d))
t(lambda: d['a'])
k = weakref.WeakKeyDictionary(); x, y = K(1), K(2); k[x] = 'x'; k[y] = 'y'
t(lambda: sorted(k.values()))
t(lambda: k[x])
t(lambda: x in k)
t(lambda: len(k))
del x; gc.collect()
t(lambda: list(k.items()))
t(lambda: k.get(K(9), 'none'))
t(lambda: k[5])
s = weakref.WeakSet(); p, q = K(1), K(2); s.add(p); s.add(q); s.add(K(3)); gc.collect()
t(lambda: len(s))
t(lambda: p in s)
t(lambda: sorted(o.n for o in s))
del p; gc.collect(); print(len(s)); s.discard(q); print(len(s))

# expect: ['a', 'b']
# expect: 2
# expect: K1
# expect: None
# expect: True
# expect: [('b', K2)]
# expect: K2
# expect: 0
# expect: KeyError 'a'
# expect: ['x', 'y']
# expect: 'x'
# expect: True
# expect: 2
# expect: [(K2, 'y')]
# expect: 'none'
# expect: TypeError cannot create weak reference to 'int' object
# expect: 2
# expect: True
# expect: [1, 2]
# expect: 1
# expect: 0
