def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import functools
@functools.total_ordering
class A:
    def __init__(s, n): s.n = n
    def __gt__(s, o): return s.n > o.n if isinstance(o, A) else NotImplemented
    def __eq__(s, o): return s.n == o.n
t(lambda: A(1) < A(2))
t(lambda: A(1) <= A(1))
t(lambda: A(2) >= A(3))
t(lambda: A(2) > A(1))
t(lambda: sorted([A(3), A(1)])[0].n)
t(lambda: max(A(1), A(5)).n)
t(lambda: A(1) < 5)
t(lambda: functools.total_ordering(type('X', (), {})))
t(lambda: functools.cmp_to_key(lambda a, b: a - b)(1) < functools.cmp_to_key(lambda a, b: a - b)(2))
t(lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))
t(lambda: sorted(['bb', 'a'], key=functools.cmp_to_key(lambda a, b: len(a) - len(b))))
t(lambda: sorted([1, 2], key=functools.cmp_to_key(lambda a, b: 'x')))
t(lambda: hash(functools.cmp_to_key(max)(1)))

# expect: True
# expect: True
# expect: False
# expect: True
# expect: 1
# expect: 5
# expect: TypeError '<' not supported between instances of 'A' and 'int'
# expect: ValueError must define at least one ordering operation: < > <= >=
# expect: True
# expect: [1, 2, 3]
# expect: ['a', 'bb']
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError unhashable type: 'functools.KeyWrapper'
