def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref, gc
class A: pass
a = A(); r = weakref.ref(a); dead = []
t(lambda: r() is a)
t(lambda: r == weakref.ref(a))
t(lambda: r is weakref.ref(a))
t(lambda: hash(r) == hash(a))
t(lambda: weakref.getweakrefcount(a))
t(lambda: weakref.getweakrefs(a) == [r])
t(lambda: type(r).__name__)
t(lambda: repr(r).startswith('<weakref at'))
r2 = weakref.ref(a, lambda x: dead.append(x is r2)); del a; gc.collect()
t(lambda: r())
t(lambda: r2())
t(lambda: dead)
t(lambda: repr(r).endswith('dead>'))
t(lambda: r == r)
t(lambda: r == r2)
t(lambda: weakref.ref(5))
t(lambda: weakref.ref('a'))
t(lambda: weakref.ref([]))
t(lambda: weakref.ref((1,)))
t(lambda: weakref.ref())
t(lambda: weakref.ref(A(), 1, 2))
t(lambda: weakref.ref(A())() is None)
t(lambda: weakref.ref(len)() is len)
t(lambda: weakref.ref(A)() is A)
t(lambda: weakref.ref({1})())
t(lambda: weakref.ref(lambda: 0)())

# expect: True
# expect: True
# expect: True
# expect: True
# expect: 1
# expect: True
# expect: 'ReferenceType'
# expect: True
# expect: None
# expect: None
# expect: [True]
# expect: True
# expect: True
# expect: False
# expect: TypeError cannot create weak reference to 'int' object
# expect: TypeError cannot create weak reference to 'str' object
# expect: TypeError cannot create weak reference to 'list' object
# expect: TypeError cannot create weak reference to 'tuple' object
# expect: TypeError __new__ expected at least 1 argument, got 0
# expect: TypeError __new__ expected at most 2 arguments, got 3
# expect: True
# expect: True
# expect: True
# expect: None
# expect: None
