def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import random
r = random.Random(3)
t(lambda: list(iter(lambda: r.randint(1, 6), 6)) != [])
t(lambda: list(iter([1, 2, 'stop', 3].__iter__().__next__, 'stop')))
t(lambda: list(iter('abc'.__iter__().__next__, None)))
import io
f = io.StringIO('abcdefg'); print([c for c in iter(lambda: f.read(3), '')])
def cnt(s=[0]): s[0] += 1; return s[0]
t(lambda: list(iter(cnt, 4)))
t(lambda: next(iter(cnt, 5), 'sentinel'))
t(lambda: iter(lambda: 1 / 0, 0).__next__())
t(lambda: iter(1, 2))
t(lambda: iter(lambda: 1))
it = iter(cnt, 8); print(next(it), next(it), next(it, 'end'), next(it, 'end'), cnt())

# expect: True
# expect: [1, 2]
# expect: ['a', 'b', 'c']
# expect: ['abc', 'def', 'g']
# expect: [1, 2, 3]
# expect: 'sentinel'
# expect: ZeroDivisionError division by zero
# expect: TypeError iter(v, w): v must be callable
# expect: TypeError 'function' object is not iterable
# expect: 6 7 end end 9
