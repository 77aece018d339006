def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a, b = {'x': 1, 'y': 2}, {'y': 2, 'z': 3}
t(lambda: sorted(a.keys() & b.keys()))
t(lambda: sorted(a.keys() | b))
t(lambda: sorted(a.keys() - b.keys()))
t(lambda: sorted(a.keys() ^ b.keys()))
t(lambda: sorted(a.items() & b.items()))
t(lambda: sorted(a.items() | b.items()))
t(lambda: sorted(a.items() - b.items()))
t(lambda: a.keys() <= {'x', 'y', 'w'})
t(lambda: a.keys() < b.keys())
t(lambda: a.keys() >= {'x'})
t(lambda: a.items() >= {('x', 1)})
t(lambda: a.keys() == ['x', 'y'])
t(lambda: a.keys() != {'x'})
t(lambda: a.keys().isdisjoint(b))
t(lambda: a.items().isdisjoint([('q', 1)]))
t(lambda: type(a.keys() & b).__name__)
t(lambda: ('x', 1) in a.items())
t(lambda: ('x',) in a.items())
t(lambda: 'x' in a.items())
t(lambda: a.items() & 5)
t(lambda: a.values() | b)
c = {'k': []}
t(lambda: ('k', []) in c.items())
t(lambda: sorted(a.keys() | c.items() - c.items()))
try: c.items() | {1}
except TypeError as e: print(str(e).split('(')[0][:6] in ('unhash', 'cannot'))

# since-3.14: TypeError unhashable type: 'list' => TypeError cannot use 'tuple' as a set element (unhashable type: 'list')
# expect: ['y']
# expect: ['x', 'y', 'z']
# expect: ['x']
# expect: ['x', 'z']
# expect: [('y', 2)]
# expect: [('x', 1), ('y', 2), ('z', 3)]
# expect: [('x', 1)]
# expect: True
# expect: False
# expect: True
# expect: True
# expect: False
# expect: True
# expect: False
# expect: True
# expect: 'set'
# expect: True
# expect: False
# expect: False
# expect: TypeError 'int' object is not iterable
# expect: TypeError unsupported operand type(s) for |: 'dict_values' and 'dict'
# expect: True
# expect: TypeError cannot use 'tuple' as a set element (unhashable type: 'list')
# expect: True
