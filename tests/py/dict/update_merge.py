def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {'a': 1}
d.update({'b': 2}); d.update([('c', 3)]); d.update(d=4, a=0); d.update({}); d.update(); d.update(zip('ef', (5, 6)), g=7); print(d)
t(lambda: d | {'z': 1})
t(lambda: {'a': 5} | d == {**{'a': 5}, **d})
t(lambda: d.update(a=1))
t(lambda: {} | {})
e = d; e |= {'new': 1}; e |= [('x', 2)]; print(e is d, d['x'])
t(lambda: {} | [])
t(lambda: [] | {})
t(lambda: {} | None)
t(lambda: {}.update(5))
t(lambda: {}.update([1]))
t(lambda: {}.update(['abc']))
t(lambda: {}.update({}, {}))
t(lambda: {}.update([('a', 1), 'b']))
t(lambda: {}.update(None))
class K:
    def keys(s): return iter('ab')
    def __getitem__(s, k): return k.upper()
d = {}; d.update(K()); print(d)
d = {'k': 1}
try: d |= 5
except TypeError as e: print(e)
d.update(d); print(d)
x = {'a': {'b': 1}}; y = x | {'a': {'c': 2}}; print(y, x)

# expect: {'a': 0, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7}
# expect: {'a': 0, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'z': 1}
# expect: True
# expect: None
# expect: {}
# expect: True 2
# expect: TypeError unsupported operand type(s) for |: 'dict' and 'list'
# expect: TypeError unsupported operand type(s) for |: 'list' and 'dict'
# expect: TypeError unsupported operand type(s) for |: 'dict' and 'NoneType'
# expect: TypeError 'int' object is not iterable
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError update expected at most 1 argument, got 2
# expect: ValueError dictionary update sequence element #1 has length 1; 2 is required
# expect: TypeError 'NoneType' object is not iterable
# expect: {'a': 'A', 'b': 'B'}
# expect: 'int' object is not iterable
# expect: {'k': 1}
# expect: {'a': {'c': 2}} {'a': {'b': 1}}
