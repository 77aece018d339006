def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import itertools
vals = [None, -4, -1, 0, 1, 3, 7]
n = 0
for a, b, c in itertools.product(vals, vals, [None, -2, -1, 1, 2]):
    x = 'abcde'[a:b:c]
    n += x == ''.join(list('abcde')[a:b:c]) == ''.join(tuple('abcde')[a:b:c]) == bytes(b'abcde'[a:b:c]).decode() == bytes(bytearray(b'abcde')[a:b:c]).decode() == bytes(memoryview(b'abcde')[a:b:c]).decode()
t(lambda: n)

# expect: 245
