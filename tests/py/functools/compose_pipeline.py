def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from functools import reduce, partial
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs, lambda x: x)
t(lambda: compose(str, lambda x: x + 1, abs)(-5))
t(lambda: compose()(3))
t(lambda: reduce(lambda d, kv: {**d, kv[0]: d.get(kv[0], []) + [kv[1]]}, [('a', 1), ('b', 2), ('a', 3)], {}))
t(lambda: reduce(lambda a, b: a if len(a) >= len(b) else b, 'the longest word'.split()))
t(lambda: reduce(lambda acc, c: acc * 2 + (c == '1'), '1011', 0))
t(lambda: reduce(lambda a, x: x(a), [partial(map, str), list, ','.join], [1, 2, 3]))
def curry(f, n): return f if n <= 1 else lambda x: curry(partial(f, x), n - 1)
t(lambda: curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3))

# expect: '6'
# expect: 3
# expect: {'a': [1, 3], 'b': [2]}
# expect: 'longest'
# expect: 11
# expect: '1,2,3'
# expect: (1, 2, 3)
