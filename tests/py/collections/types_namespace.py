def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import types
s = types.SimpleNamespace(a=1, b='x'); s.c = [1]; del s.a
t(lambda: s)
t(lambda: s.b)
t(lambda: s == types.SimpleNamespace(b='x', c=[1]))
t(lambda: vars(s))
t(lambda: types.SimpleNamespace())
t(lambda: repr(types.SimpleNamespace(z=1, a=2)))
t(lambda: s.zz)
t(lambda: types.SimpleNamespace(5))
m = types.MappingProxyType(d := {'a': 1}); d['b'] = 2; print(m, len(m), 'b' in m, m | {'c': 3}, list(m.items()), m.copy())
t(lambda: m.x)
try: m['q'] = 1
except TypeError as e: print(e)
t(lambda: types.FunctionType is type(lambda: 0))
t(lambda: types.GeneratorType.__name__)
t(lambda: types.NoneType is type(None))
t(lambda: types.ModuleType('q').__name__)
t(lambda: types.MethodType(lambda s: s, 5)())
t(lambda: types.DynamicClassAttribute.__name__)
t(lambda: types.coroutine.__name__)
t(lambda: types.new_class('X', (), {}).__name__)

# expect: namespace(b='x', c=[1])
# expect: 'x'
# expect: True
# expect: {'b': 'x', 'c': [1]}
# expect: namespace()
# expect: 'namespace(z=1, a=2)'
# expect: AttributeError 'types.SimpleNamespace' object has no attribute 'zz'
# expect: TypeError 'int' object is not iterable
# expect: {'a': 1, 'b': 2} 2 True {'a': 1, 'b': 2, 'c': 3} [('a', 1), ('b', 2)] {'a': 1, 'b': 2}
# expect: AttributeError 'mappingproxy' object has no attribute 'x'
# expect: 'mappingproxy' object does not support item assignment
# expect: True
# expect: 'generator'
# expect: True
# expect: 'q'
# expect: 5
# expect: 'DynamicClassAttribute'
# expect: 'coroutine'
# expect: 'X'
