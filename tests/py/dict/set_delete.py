def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {}
d['b'] = 1; d['a'] = 2; d['b'] = 3; print(d)
del d['b']; d['b'] = 4; print(d)
d[1] = 'int'; d[True] = 'bool'; d[1.0] = 'float'; print(d)
for op in ['del d["zz"]', 'd.x = 1', 'del d[None]']:
    try: exec(op)
    except Exception as e: print(op, '|', type(e).__name__, e)
d.clear(); print(d, d.clear())
d['x'], d['y'] = 1, 2; d['x'] += 5; d['z'] = d.get('z', 0) + 1; print(d)
n = {}; n.setdefault('a', {})['b'] = 1; n['a']['c'] = [1]; n['a']['c'] += [2]; print(n)

# expect: {'b': 3, 'a': 2}
# expect: {'a': 2, 'b': 4}
# expect: {'a': 2, 'b': 4, 1: 'float'}
# expect: del d["zz"] | KeyError 'zz'
# expect: d.x = 1 | AttributeError 'dict' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: del d[None] | KeyError None
# expect: {} None
# expect: {'x': 6, 'y': 2, 'z': 1}
# expect: {'a': {'b': 1, 'c': [1, 2]}}
