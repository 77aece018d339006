def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import operator as o
t(lambda: o.lt(1, 2))
t(lambda: o.le(2, 2))
t(lambda: o.eq('a', 'a'))
t(lambda: o.ne(1, 1.0))
t(lambda: o.ge(3, 2))
t(lambda: o.gt([1], [0]))
t(lambda: o.contains([1], 1))
t(lambda: o.countOf([1, 1, 2], 1))
t(lambda: o.indexOf('abc', 'b'))
t(lambda: o.__lt__(1, 2))
t(lambda: o.lt(1, 'a'))
t(lambda: o.indexOf([1], 5))
t(lambda: o.contains(5, 1))

# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: 2
# expect: 1
# expect: True
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: ValueError sequence.index(x): x not in sequence
# expect: TypeError argument of type 'int' is not a container or iterable
