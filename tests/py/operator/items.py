def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import operator as o
l = [1, 2, 3]
t(lambda: o.getitem(l, 0))
t(lambda: o.setitem(l, 0, 9))
t(lambda: l)
t(lambda: o.delitem(l, 0))
t(lambda: l)
t(lambda: o.getitem(l, slice(None)))
t(lambda: o.length_hint(l))
t(lambda: o.length_hint(iter(l)))
t(lambda: o.call(max, 1, 2))
t(lambda: o.getitem(l, 9))
t(lambda: o.setitem((1,), 0, 1))
t(lambda: o.delitem({}, 'a'))
t(lambda: o.call(5))

# expect: 1
# expect: None
# expect: [9, 2, 3]
# expect: None
# expect: [2, 3]
# expect: [2, 3]
# expect: 2
# expect: 2
# expect: 2
# expect: IndexError list index out of range
# expect: TypeError 'tuple' object does not support item assignment
# expect: KeyError 'a'
# expect: TypeError 'int' object is not callable
