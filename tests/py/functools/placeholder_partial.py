def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from functools import partial, Placeholder as _
def f(*a): return a
t(lambda: partial(f, _, 2)(1))
t(lambda: partial(f, _, 2, _, 4)(1, 3, 5))
t(lambda: _)
t(lambda: partial(f, _, 2)())
t(lambda: partial(f, 1, _))
t(lambda: partial(partial(f, _, 2), 1)())
from functools import reduce
t(lambda: reduce(lambda a, b: a + b, [1, 2], initial=10))
# needs: 3.14
# expect: (1, 2)
# expect: (1, 2, 3, 4, 5)
# expect: Placeholder
# expect: TypeError missing positional arguments in 'partial' call; expected at least 1, got 0
# expect: TypeError trailing Placeholders are not allowed
# expect: (1, 2)
# expect: 13
# lib: 3.14-
