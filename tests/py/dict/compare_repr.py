def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: {'a': 1} == {'a': 1.0})
t(lambda: {'a': 1, 'b': 2} == {'b': 2, 'a': 1})
t(lambda: {} == [])
t(lambda: {'a': 1} != {'a': 2})
t(lambda: {1: 'x'} == {True: 'x'})
t(lambda: {'a': {'b': [1]}} == {'a': {'b': [1]}})
t(lambda: repr({}))
t(lambda: str({'a': 'b', 1: None}))
t(lambda: f'{ {1: 2} }')
t(lambda: {'a': float('nan')} == {'a': float('nan')})
t(lambda: repr({'k': {'n': ()}}))
t(lambda: {(1,): [2]})
t(lambda: {} < {})
t(lambda: {} >= 5)
t(lambda: hash({}))
d = {}; d['self'] = d; print(d)
l = [d]; d['l'] = l; print(l)
n = float('nan'); print({'a': n} == {'a': n}, {n: 1}[n], float('nan') in {n: 1})

# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: '{}'
# expect: "{'a': 'b', 1: None}"
# expect: '{1: 2}'
# expect: False
# expect: "{'k': {'n': ()}}"
# expect: {(1,): [2]}
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError '>=' not supported between instances of 'dict' and 'int'
# expect: TypeError unhashable type: 'dict'
# expect: {'self': {...}}
# expect: [{'self': {...}, 'l': [...]}]
# expect: True 1 False
