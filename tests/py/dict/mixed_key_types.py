def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

d = {1: 'int', '1': 'str', (1,): 'tuple', b'1': 'bytes', None: 'none', 1.5: 'f', frozenset([1]): 'fs', int: 'type', len: 'func', range(2): 'range', ...: 'dots', 1j: 'c', slice(1): 'slice'}
t(lambda: len(d))
t(lambda: [d[k] for k in (1, '1', (1,), b'1', None, 1.5, frozenset({1}), int, len, range(0, 2, 1), ..., 1j, slice(None, 1, None))])
t(lambda: d[True])
t(lambda: d.get(2))
t(lambda: [type(k).__name__ for k in d])
t(lambda: d[[1]] if 0 else 0)
t(lambda: d['2'])
t(lambda: {0: 'a', -0.0: 'b', False: 'c', 0j: 'd'})
t(lambda: {2 ** 61 - 1: 'x', 0: 'y'})
t(lambda: {'': 1, ' ': 2})
t(lambda: {10 ** 30: 'big'}[10 ** 30])
t(lambda: {1e20: 'f'}[10 ** 20])
t(lambda: {'é': 1}['e\u0301' if 0 else 'é'])

# expect: 13
# expect: ['int', 'str', 'tuple', 'bytes', 'none', 'f', 'fs', 'type', 'func', 'range', 'dots', 'c', 'slice']
# expect: 'int'
# expect: None
# expect: ['int', 'str', 'tuple', 'bytes', 'NoneType', 'float', 'frozenset', 'type', 'builtin_function_or_method', 'range', 'ellipsis', 'complex', 'slice']
# expect: 0
# expect: KeyError '2'
# expect: {0: 'd'}
# expect: {2305843009213693951: 'x', 0: 'y'}
# expect: {'': 1, ' ': 2}
# expect: 'big'
# expect: 'f'
# expect: 1
