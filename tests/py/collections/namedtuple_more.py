def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import namedtuple as N
P = N('P', ['x', 'y'], defaults=(0,))
t(lambda: P(1))
t(lambda: P(1, 2))
t(lambda: P(y=5, x=1))
t(lambda: P(1)._asdict())
t(lambda: P(1)._replace(y=9))
t(lambda: P._make('ab'))
t(lambda: P._fields)
t(lambda: P._field_defaults)
t(lambda: [*P(1, 2)])
t(lambda: P(1, 2) == (1, 2))
t(lambda: P(1, 2)[1])
t(lambda: P(1, 2) < P(2, 0))
t(lambda: hash(P(1, 2)) == hash((1, 2)))
t(lambda: P.x.__doc__)
t(lambda: P.__doc__)
t(lambda: P(1).count(0))
t(lambda: P(3, 1).index(1))
t(lambda: len(P(1)))
t(lambda: P.__name__)
t(lambda: P.__match_args__)
t(lambda: N('Q', 'a b')(1, 2))
t(lambda: N('Q', 'a,b')._fields)
t(lambda: N('E', [])())
t(lambda: N('R', 'def a a', rename=True)._fields)
t(lambda: P())
t(lambda: P(1, 2, 3))
t(lambda: P(z=1))
t(lambda: P._make([1, 2, 3]))
t(lambda: N('P', 'x x'))
t(lambda: N('P', 'def'))
t(lambda: N('P', '_x'))
t(lambda: N('P', '1x'))
t(lambda: N('class', 'x'))
t(lambda: N('P', 'x', defaults=(1, 2)))
try: P(1).x = 2
except AttributeError as e: print(e)
class S(P):
    __slots__ = ()
    @property
    def norm(s): return (s.x ** 2 + s.y ** 2) ** .5
    def __str__(s): return f'S<{s.x}>'
t(lambda: S(3, 4).norm)
t(lambda: S(1))
t(lambda: str(S(1)))
t(lambda: S(1)._replace(x=2))
t(lambda: type(S(1)._replace(x=2)).__name__)
import copy, pickle
t(lambda: copy.copy(P(1)))
t(lambda: pickle.loads(pickle.dumps(P(1, 2))))

# expect: P(x=1, y=0)
# expect: P(x=1, y=2)
# expect: P(x=1, y=5)
# expect: {'x': 1, 'y': 0}
# expect: P(x=1, y=9)
# expect: P(x='a', y='b')
# expect: ('x', 'y')
# expect: {'y': 0}
# expect: [1, 2]
# expect: True
# expect: 2
# expect: True
# expect: True
# expect: 'Alias for field number 0'
# expect: 'P(x, y)'
# expect: 1
# expect: 1
# expect: 2
# expect: 'P'
# expect: ('x', 'y')
# expect: Q(a=1, b=2)
# expect: ('a', 'b')
# expect: E()
# expect: ('_0', 'a', '_2')
# expect: TypeError P.__new__() missing 1 required positional argument: 'x'
# expect: TypeError P.__new__() takes from 2 to 3 positional arguments but 4 were given
# expect: TypeError P.__new__() got an unexpected keyword argument 'z'
# expect: TypeError Expected 2 arguments, got 3
# expect: ValueError Encountered duplicate field name: 'x'
# expect: ValueError Type names and field names cannot be a keyword: 'def'
# expect: ValueError Field names cannot start with an underscore: '_x'
# expect: ValueError Type names and field names must be valid identifiers: '1x'
# expect: ValueError Type names and field names cannot be a keyword: 'class'
# expect: TypeError Got more default values than field names
# expect: can't set attribute
# expect: 5.0
# expect: S(x=1, y=0)
# expect: 'S<1>'
# expect: S(x=2, y=0)
# expect: 'S'
# expect: P(x=1, y=0)
# expect: P(x=1, y=2)
