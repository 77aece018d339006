def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {1: 1, 2: 2}
for op in ['for k in d: d[k + 10] = 1', 'for k in d: del d[k]', 'for k, v in d.items(): d.pop(k)', 'for v in d.values(): d.clear()']:
    e = dict(d)
    try: exec(op, {'d': e}); print('ok')
    except RuntimeError as x: print(op, '|', x)
for k in d: d[k] = 'changed'
t(lambda: d)
for k in list(d): del d[k]
t(lambda: d)
d = {'a': 1}; it = iter(d); d['b'] = 2
t(lambda: next(it))
d = {'a': 1, 'b': 2}; it = iter(d.items()); print(next(it), it.__length_hint__()); del d['b']; d['c'] = 3
t(lambda: next(it))
d = {'a': 1}; it = iter(d); next(it); print(next(it, 'end')); d['z'] = 1
t(lambda: next(it))

# expect: for k in d: d[k + 10] = 1 | dictionary changed size during iteration
# expect: for k in d: del d[k] | dictionary changed size during iteration
# expect: for k, v in d.items(): d.pop(k) | dictionary changed size during iteration
# expect: for v in d.values(): d.clear() | dictionary changed size during iteration
# expect: {1: 'changed', 2: 'changed'}
# expect: {}
# expect: RuntimeError dictionary changed size during iteration
# expect: ('a', 1) 1
# expect: ('c', 3)
# expect: end
# expect: StopIteration 
