def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref
class A:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __hash__(s): return hash(s.v)
a, b = A(1), A(1); ra, rb = weakref.ref(a), weakref.ref(b)
t(lambda: ra == rb)
t(lambda: hash(ra) == hash(rb))
t(lambda: {ra: 1}[rb])
t(lambda: ra is rb)
t(lambda: ra != rb)
del a; print(ra == rb, hash(ra) == hash(rb), ra == ra)
c = A(2); rc = weakref.ref(c); del c
t(lambda: hash(rc))
t(lambda: rc == weakref.ref(b))
t(lambda: rc < ra if 0 else 0)
t(lambda: rc < ra)

# expect: True
# expect: True
# expect: 1
# expect: False
# expect: False
# expect: False True True
# expect: TypeError weak object has gone away
# expect: False
# expect: 0
# expect: TypeError '<' not supported between instances of 'weakref.ReferenceType' and 'weakref.ReferenceType'
