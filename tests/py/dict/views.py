def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {'a': 1, 'b': 2}
k, v, i = d.keys(), d.values(), d.items()
t(lambda: k)
t(lambda: v)
t(lambda: i)
t(lambda: len(k))
t(lambda: 'a' in k)
t(lambda: 2 in v)
t(lambda: ('a', 1) in i)
t(lambda: ('a', 2) in i)
t(lambda: list(reversed(k)))
t(lambda: list(reversed(i)))
d['c'] = 3; print(k, len(v), list(i)[-1])
t(lambda: sorted(k & {'a', 'z'}))
t(lambda: sorted(k | ['q']))
t(lambda: sorted(k - {'a'}))
t(lambda: sorted(k ^ {'a', 'x'}))
t(lambda: k == {'a', 'b', 'c'})
t(lambda: k <= {'a', 'b', 'c', 'd'})
t(lambda: k.isdisjoint('xyz'))
t(lambda: sorted(i & {('a', 1)}))
t(lambda: k == d.keys())
t(lambda: v == d.values())
t(lambda: i == d.items())
t(lambda: k.mapping)
t(lambda: type(k.mapping).__name__)
t(lambda: {} .keys() == set())
t(lambda: sorted({'z'} - k))
t(lambda: sorted(['z', 'a'] & k))
t(lambda: k[0])
t(lambda: v & {1})
t(lambda: k < 5)
t(lambda: k & 5)
t(lambda: hash(k))
t(lambda: k.add('x'))
t(lambda: type(k).__name__)
t(lambda: type(v).__name__)
t(lambda: type(i).__name__)
t(lambda: type(iter(k)).__name__)
t(lambda: type(iter(v)).__name__)
t(lambda: type(iter(i)).__name__)
t(lambda: type(reversed(d)).__name__)
t(lambda: isinstance(k, __import__('collections').abc.KeysView))
t(lambda: k.mapping['z'])
try: k.mapping['n'] = 1
except TypeError as e: print(e)

# expect: dict_keys(['a', 'b'])
# expect: dict_values([1, 2])
# expect: dict_items([('a', 1), ('b', 2)])
# expect: 2
# expect: True
# expect: True
# expect: True
# expect: False
# expect: ['b', 'a']
# expect: [('b', 2), ('a', 1)]
# expect: dict_keys(['a', 'b', 'c']) 3 ('c', 3)
# expect: ['a']
# expect: ['a', 'b', 'c', 'q']
# expect: ['b', 'c']
# expect: ['b', 'c', 'x']
# expect: True
# expect: True
# expect: True
# expect: [('a', 1)]
# expect: True
# expect: False
# expect: True
# expect: mappingproxy({'a': 1, 'b': 2, 'c': 3})
# expect: 'mappingproxy'
# expect: True
# expect: ['z']
# expect: ['a']
# expect: TypeError 'dict_keys' object is not subscriptable
# expect: TypeError unsupported operand type(s) for &: 'dict_values' and 'set'
# expect: TypeError '<' not supported between instances of 'dict_keys' and 'int'
# expect: TypeError 'int' object is not iterable
# expect: TypeError unhashable type: 'dict_keys'
# expect: AttributeError 'dict_keys' object has no attribute 'add'
# expect: 'dict_keys'
# expect: 'dict_values'
# expect: 'dict_items'
# expect: 'dict_keyiterator'
# expect: 'dict_valueiterator'
# expect: 'dict_itemiterator'
# expect: 'dict_reversekeyiterator'
# expect: AttributeError module 'collections' has no attribute 'abc'
# expect: KeyError 'z'
# expect: 'mappingproxy' object does not support item assignment
# lib: -3.12
