def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import weakref
class S: __slots__ = ('a',)
t(lambda: weakref.ref(S()))
class T: __slots__ = ('a', '__weakref__')
t1 = T(); print(weakref.ref(t1)() is t1)
class U(S): pass
u = U(); print(weakref.ref(u)() is u)
for o in (5, 'a', None, (), [], {}, 1.5, b'', object(), True, range(3), ...):
    try: weakref.ref(o); print(type(o).__name__, 'ok')
    except TypeError as e: print(e)
for o in (lambda: 0, int, set(), frozenset(), (x for x in ()), type('Q', (), {})(), __import__('re').compile('a'), __import__('array').array('i'), __import__('collections').deque(), Exception(), __import__('threading').Lock()):
    try: weakref.ref(o); print(type(o).__name__, 'ok')
    except TypeError as e: print(e)

# expect: TypeError cannot create weak reference to 'S' object
# expect: True
# expect: True
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'NoneType' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'dict' object
# expect: cannot create weak reference to 'float' object
# expect: cannot create weak reference to 'bytes' object
# expect: cannot create weak reference to 'object' object
# expect: cannot create weak reference to 'bool' object
# expect: cannot create weak reference to 'range' object
# expect: cannot create weak reference to 'ellipsis' object
# expect: function ok
# expect: type ok
# expect: set ok
# expect: frozenset ok
# expect: generator ok
# expect: Q ok
# expect: Pattern ok
# expect: array ok
# expect: deque ok
# expect: cannot create weak reference to 'Exception' object
# expect: lock ok
