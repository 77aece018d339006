def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import namedtuple
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __repr__(s): return 'T' + super().__repr__()
    def __add__(s, o): return T(*super().__add__(o))
t(lambda: T(1, 2))
t(lambda: T(1) + (2,))
t(lambda: T(1)[0])
t(lambda: type(T(1, 2)[:]).__name__)
t(lambda: T(1, 2) == (1, 2))
t(lambda: hash(T(1)) == hash((1,)))
t(lambda: type(T(1) * 2).__name__)
t(lambda: len(T()))
t(lambda: T(3, 1) < (4,))
P = namedtuple('P', 'x y', defaults=[5])
t(lambda: P(1))
t(lambda: P(1, 2))
t(lambda: P(x=3, y=4))
t(lambda: P(1)._replace(x=9))
t(lambda: P(1)._asdict())
t(lambda: P._fields)
t(lambda: P._field_defaults)
t(lambda: P._make([7, 8]))
t(lambda: P(1, 2) == (1, 2))
t(lambda: P(1, 2) + (3,))
t(lambda: P(1)[0])
t(lambda: P(1).y)
t(lambda: [*P(1, 2)])
t(lambda: P(1, 2) < P(1, 3))
t(lambda: P.__doc__)
t(lambda: P.x.__doc__)
t(lambda: hash(P(1, 2)) == hash((1, 2)))
t(lambda: P())
t(lambda: P(1, 2, 3))
t(lambda: P(1).z)
try: P(1).x = 5
except AttributeError as e: print(e)
t(lambda: namedtuple('X', 'a a'))
t(lambda: namedtuple('X', 'class'))
t(lambda: namedtuple('X', '_a'))
t(lambda: namedtuple('X', 'a class _b a', rename=True)._fields)
t(lambda: namedtuple('1X', 'a'))
t(lambda: namedtuple('X', 'a', defaults=[1, 2]))

# expect: T(1, 2)
# expect: T(1, 2)
# expect: 1
# expect: 'tuple'
# expect: True
# expect: True
# expect: 'tuple'
# expect: 0
# expect: True
# expect: P(x=1, y=5)
# expect: P(x=1, y=2)
# expect: P(x=3, y=4)
# expect: P(x=9, y=5)
# expect: {'x': 1, 'y': 5}
# expect: ('x', 'y')
# expect: {'y': 5}
# expect: P(x=7, y=8)
# expect: True
# expect: (1, 2, 3)
# expect: 1
# expect: 5
# expect: [1, 2]
# expect: True
# expect: 'P(x, y)'
# expect: 'Alias for field number 0'
# expect: True
# expect: TypeError P.__new__() missing 1 required positional argument: 'x'
# expect: TypeError P.__new__() takes from 2 to 3 positional arguments but 4 were given
# expect: AttributeError 'P' object has no attribute 'z'
# expect: can't set attribute
# expect: ValueError Encountered duplicate field name: 'a'
# expect: ValueError Type names and field names cannot be a keyword: 'class'
# expect: ValueError Field names cannot start with an underscore: '_a'
# expect: ('a', '_1', '_2', '_3')
# expect: ValueError Type names and field names must be valid identifiers: '1X'
# expect: TypeError Got more default values than field names
