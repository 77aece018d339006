def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import functools, locale
def cmp(a, b):
    ka, kb = (len(a), a), (len(b), b)
    return (ka > kb) - (ka < kb)
t(lambda: sorted('the quick brown fox a I'.split(), key=functools.cmp_to_key(cmp)))
t(lambda: max(['3', '30', '34', '5', '9'], key=functools.cmp_to_key(lambda a, b: int(a + b) - int(b + a))))
t(lambda: ''.join(sorted(['3', '30', '34', '5', '9'], key=functools.cmp_to_key(lambda a, b: int(b + a) - int(a + b)))))
t(lambda: sorted([(1, 'b'), (1, 'a'), (0, 'z')], key=functools.cmp_to_key(lambda x, y: x[0] - y[0])))
K = functools.cmp_to_key(lambda a, b: a - b); a, b = K(1), K(2)
t(lambda: a < b)
t(lambda: a == K(1))
t(lambda: a >= b)
t(lambda: a != b)
t(lambda: K(5).obj)
t(lambda: a < 5)

# expect: ['I', 'a', 'fox', 'the', 'brown', 'quick']
# expect: '9'
# expect: '9534330'
# expect: [(0, 'z'), (1, 'b'), (1, 'a')]
# expect: True
# expect: True
# expect: False
# expect: True
# expect: 5
# expect: TypeError other argument must be K instance
