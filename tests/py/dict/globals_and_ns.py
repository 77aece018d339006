def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class NS: pass
n = NS(); n.__dict__['weird key'] = 1; n.__dict__.update(a=1, b=2); print(vars(n), n.a)
ns = {'x': 1}; exec('y = x + 1; del x', ns); ns.pop('__builtins__'); print(ns)
exec('for i in range(3): d[i] = i', {'d': (out := {})}); print(out)
def f(): a = 1; b = 2; return locals()
t(lambda: f())
t(lambda: {**f(), 'c': 3})
t(lambda: '{a}-{b}'.format(**f()))
t(lambda: '%(a)d' % f())
import types
m = types.MappingProxyType({'a': 1}); print(m, m['a'], len(m), m | {'b': 2}, m.get('z'), m == {'a': 1}, list(m))
try: m['a'] = 2
except TypeError as e: print(e)
t(lambda: m.copy())
t(lambda: type(m.copy()).__name__)
t(lambda: hash(types.MappingProxyType) is not None)
t(lambda: types.MappingProxyType(5))
t(lambda: types.SimpleNamespace(a=1, b=[2]))
t(lambda: types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
t(lambda: types.SimpleNamespace({'x': 1}, y=2))

# expect: {'weird key': 1, 'a': 1, 'b': 2} 1
# expect: {'y': 2}
# expect: {0: 0, 1: 1, 2: 2}
# expect: {'a': 1, 'b': 2}
# expect: {'a': 1, 'b': 2, 'c': 3}
# expect: '1-2'
# expect: '1'
# expect: {'a': 1} 1 1 {'a': 1, 'b': 2} None True ['a']
# expect: 'mappingproxy' object does not support item assignment
# expect: {'a': 1}
# expect: 'dict'
# expect: True
# expect: TypeError mappingproxy() argument must be a mapping, not int
# expect: namespace(a=1, b=[2])
# expect: True
# expect: namespace(x=1, y=2)
