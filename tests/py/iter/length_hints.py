def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import operator
class H:
    def __init__(s, h): s.h = h
    def __iter__(s): return iter('ab')
    def __length_hint__(s): return s.h() if callable(s.h) else s.h
t(lambda: list(H(5)))
t(lambda: list(H(0)))
t(lambda: list(H(NotImplemented)))
t(lambda: tuple(H(100)))
t(lambda: list(H(-1)))
t(lambda: list(H('x')))
t(lambda: list(H(lambda: 1 / 0)))
t(lambda: list(H(lambda: [].x)))
t(lambda: operator.length_hint(H(7)))
t(lambda: operator.length_hint([1]))
t(lambda: operator.length_hint(iter([1, 2])))
t(lambda: operator.length_hint(5))
t(lambda: operator.length_hint(5, 3))
t(lambda: operator.length_hint(x for x in ()))
t(lambda: operator.length_hint(zip()))
t(lambda: operator.length_hint(iter(range(4))))
t(lambda: operator.length_hint(iter({1: 1})))
t(lambda: operator.length_hint(1, 'a'))
t(lambda: operator.length_hint(H(1.5)))

# expect: ['a', 'b']
# expect: ['a', 'b']
# expect: ['a', 'b']
# expect: ('a', 'b')
# expect: ValueError __length_hint__() should return >= 0
# expect: TypeError __length_hint__ must be an integer, not str
# expect: ZeroDivisionError division by zero
# expect: AttributeError 'list' object has no attribute 'x'
# expect: 7
# expect: 1
# expect: 2
# expect: 0
# expect: 3
# expect: 0
# expect: 0
# expect: 4
# expect: 1
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError __length_hint__ must be an integer, not float
