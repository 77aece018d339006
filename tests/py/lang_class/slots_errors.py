def t(src):
    try: exec(src); print('ok')
    except Exception as e: print(type(e).__name__, e)
t('class A:\n __slots__ = ("x",)\n x = 1')
t('class A:\n __slots__ = 5')
t('class A:\n __slots__ = ("1a",)')
t('class A:\n __slots__ = (1,)')
t('class A(int):\n __slots__ = ("x",)')
t('class A(int):\n __slots__ = ()')
t('class A:\n __slots__ = ("a", "a")')
t('class A:\n __slots__ = ("__dict__", "__dict__")')
t('class A:\n __slots__ = "ab"\nclass B:\n __slots__ = "cd"\nclass C(A, B): pass')
t('class A:\n __slots__ = "ab"\nclass B:\n __slots__ = ()\nclass C(A, B): pass')
t('class A: pass\nclass B(A):\n __slots__ = "__dict__"')
class W:
    __slots__ = ('x',)
import weakref
try: weakref.ref(W())
except TypeError as e: print(e)
class V: __slots__ = ('x', '__weakref__')
v = V(); print(weakref.ref(v)() is v)
a = W()
class X: __slots__ = ('x',)
class Y: pass
a.__class__ = X; print(type(a).__name__)
try: a.__class__ = Y
except TypeError as e: print(e)
import copy
b = V(); b.x = [1]; c = copy.copy(b); print(c.x is b.x, copy.deepcopy(b).x == [1])

# expect: ValueError 'x' in __slots__ conflicts with class variable
# expect: TypeError 'int' object is not iterable
# expect: TypeError __slots__ must be identifiers
# expect: TypeError __slots__ items must be strings, not 'int'
# expect: TypeError nonempty __slots__ not supported for subtype of 'int'
# expect: ok
# expect: ok
# expect: TypeError __dict__ slot disallowed: we already got one
# expect: TypeError multiple bases have instance lay-out conflict
# expect: ok
# expect: TypeError __dict__ slot disallowed: we already got one
# expect: cannot create weak reference to 'W' object
# expect: True
# expect: X
# expect: __class__ assignment: 'Y' object layout differs from 'X'
# expect: True True
