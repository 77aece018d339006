from collections import *
import collections.abc as abc
c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], sorted(c.elements())[:4], c.total(), c - Counter('aab'))
print(c + Counter('zz'), c & Counter('aabz'), c | Counter('zzz'), +Counter(a=-1, b=2), -Counter(a=-1))
print(Counter(a=1) <= Counter(a=2), Counter(a=1) == Counter(a=1, b=0))
c.update('aa')
c.subtract({'a': 3})
print(c, c.pop('a'), repr(Counter()), Counter([1, 1, 2]), c.copy() == c, Counter(a=3).most_common())
print(dict(Counter('aab')))
try:
    Counter.fromkeys('a')
except NotImplementedError as e:
    print(e)
try:
    Counter(1, 2)
except TypeError as e:
    print(e)
d = defaultdict(list)
d['a'].append(1)
print(d, d['b'], d.get('zz'), d.default_factory, defaultdict(int, a=1), d.copy())
print(defaultdict(None, {1: 2}))
try:
    defaultdict()['x']
except KeyError as e:
    print(repr(e))
try:
    defaultdict(5)
except TypeError as e:
    print(e)
print(defaultdict(lambda: 'x').__missing__('k'), defaultdict(int) | {'a': 1})
q = deque([1, 2, 3], maxlen=4)
q.append(4)
q.append(5)
q.appendleft(0)
print(q, q.pop(), q.popleft(), q, q.maxlen, q[0])
print(q[-1], len(q), q.index(3), q.count(3))
q.rotate(1)
print(q)
q.extendleft('ab')
print(q, q.reverse(), q, q + deque([9]), q * 2, 2 in q)
print(q == deque(q), q < deque([99]), q.copy(), list(reversed(q)))
q.insert(1, 'i') if len(q) < 4 else None
q.remove('a') if 'a' in q else None
del q[0]
print(q)
q[0] = 'new'
q.clear()
print(q)
for f in (
    lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5],
    lambda: deque([1])['a'], lambda: deque(5), lambda: deque([], -1), lambda: deque([], 'a'),
    lambda: deque([1], 1).insert(0, 2), lambda: hash(deque()), lambda: deque([1]) + [2],
    lambda: deque([1])[0:1], lambda: deque([1]) < [1], lambda: deque([1]).rotate('x'),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    q = deque([1, 2])
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
P = namedtuple('P', 'x y z', defaults=[0])
p = P(1, 2)
print(p, p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1, 2, 3]), p[0], p.x, *p, p == (1, 2, 0), hash(p) == hash((1, 2, 0)), P.__doc__, P.x.__doc__, isinstance(p, tuple), p + (1,), p.count(1), P(z=1, x=2, y=3))
for f in (
    lambda: P(1), lambda: P(1, 2, 3, 4), lambda: P(a=1), lambda: setattr(p, 'x', 1),
    lambda: namedtuple('a', 'b b'), lambda: namedtuple('a', 'class'),
    lambda: namedtuple('1a', 'b'), lambda: namedtuple('a', '_b'), lambda: P._make([1]),
    lambda: namedtuple('a', 'b', defaults=[1, 2]), lambda: P(1, x=2),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(namedtuple('R', ['a', 'class', 'a'], rename=True)._fields, P.__match_args__, P.__module__)
print(P.__slots__, repr(P), P.__new__.__defaults__)
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
m['c'] = 4
print(m, m['b'], m.maps, m.new_child({'a': 0})['a'], m.parents, len(m))
print(sorted(m), dict(m), 'b' in m, m.get('zz'), m | {'q': 1}, m.pop('c'))
try:
    m.pop('b')
except KeyError as e:
    print(e)
try:
    del m['zz']
except KeyError as e:
    print(e)
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('a')
print(list(o), o.popitem(), o.popitem(last=False), o == OrderedDict(c=3))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {'a': 1})
print(list(reversed(OrderedDict(a=1, b=2))), OrderedDict.fromkeys('ab', 1))
print(OrderedDict(a=1) | {'b': 2})
for f in (
    lambda: o.move_to_end('q'), lambda: OrderedDict().popitem(), lambda: o['q'],
    lambda: o.pop('q'), lambda: OrderedDict(1), lambda: OrderedDict({}, {}),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class UD(UserDict):
    def __setitem__(s, k, v):
        super().__setitem__(k.upper(), v)
u = UD(a=1)
u['b'] = 2
print(u, u.data, 'A' in u, u | {'c': 3})
ul = UserList([3, 1])
ul.sort()
print(ul, ul + [5], ul[0:1], type(ul[0:1]).__name__, ul * 2, ul == [1, 3])
us = UserString('abc')
print(us.upper(), us + 'd', us[0], type(us[0]).__name__, us == 'abc', us % ())
print('b' in us)
class MyS(abc.Sequence):
    def __len__(s):
        return 3
    def __getitem__(s, i):
        if i >= 3:
            raise IndexError(i)
        return i * 2
print(list(MyS()), 4 in MyS(), MyS().index(4), MyS().count(0), list(reversed(MyS())))
print(isinstance([], abc.MutableSequence), issubclass(dict, abc.Mapping))
print(isinstance({}.keys(), abc.KeysView), isinstance(lambda: 0, abc.Callable))
print(isinstance(iter([]), abc.Iterator), isinstance((x for x in ()), abc.Generator))
print(isinstance(5, abc.Hashable), isinstance([], abc.Hashable), issubclass(range, abc.Sequence))
print(isinstance(b'', abc.ByteString) if hasattr(abc, 'ByteString') else '', isinstance({1}, abc.Set))
print(isinstance(memoryview(b''), abc.Sequence))
class MS(abc.MutableSet):
    def __init__(s, it=()):
        s.d = dict.fromkeys(it)
    def __contains__(s, x):
        return x in s.d
    def __iter__(s):
        return iter(s.d)
    def __len__(s):
        return len(s.d)
    def add(s, x):
        s.d[x] = None
    def discard(s, x):
        s.d.pop(x, None)
    def __repr__(s):
        return f'MS({list(s.d)})'
a, b = (MS([1, 2, 3]), MS([2, 3, 4]))
print(a & b, a | b, a - b, a ^ b, a <= b, a == MS([1, 2, 3]))
print(a.isdisjoint(MS([9])), a.pop())
a |= b
a -= MS([2])
print(a)
a.clear()
print(a)
try:
    a.remove(1)
except KeyError as e:
    print(e)
try:
    abc.Sized()
except TypeError as e:
    print(e)

# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 5), ('b', 2)] 0 ['a', 'a', 'a', 'a'] 11 Counter({'a': 3, 'r': 2, 'b': 1, 'c': 1, 'd': 1})
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'z': 2, 'c': 1, 'd': 1}) Counter({'a': 2, 'b': 1}) Counter({'a': 5, 'z': 3, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) Counter({'b': 2}) Counter({'a': 1})
# expect: True True
# expect: Counter({'b': 2, 'r': 2, 'c': 1, 'd': 1}) 4 Counter() Counter({1: 2, 2: 1}) True [('a', 3)]
# expect: {'a': 2, 'b': 1}
# expect: Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
# expect: Counter.__init__() takes from 1 to 2 positional arguments but 3 were given
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) [] None <class 'list'> defaultdict(<class 'int'>, {'a': 1}) defaultdict(<class 'list'>, {'a': [1], 'b': []})
# expect: defaultdict(None, {1: 2})
# expect: KeyError('x')
# expect: first argument must be callable or None
# expect: x defaultdict(<class 'int'>, {'a': 1})
# expect: deque([2, 3], maxlen=4) 4 0 deque([2, 3], maxlen=4) 4 2
# expect: 3 2 1 1
# expect: deque([3, 2], maxlen=4)
# expect: deque([2, 3, 'a', 'b'], maxlen=4) None deque([2, 3, 'a', 'b'], maxlen=4) deque([3, 'a', 'b', 9], maxlen=4) deque([2, 3, 'a', 'b'], maxlen=4) True
# expect: True True deque([2, 3, 'a', 'b'], maxlen=4) ['b', 'a', 3, 2]
# expect: deque([3, 'b'], maxlen=4)
# expect: deque([], maxlen=4)
# expect: IndexError pop from an empty deque
# expect: IndexError pop from an empty deque
# expect: IndexError deque index out of range
# expect: TypeError sequence index must be integer, not 'str'
# expect: TypeError 'int' object is not iterable
# expect: ValueError maxlen must be non-negative
# expect: TypeError an integer is required
# expect: IndexError deque already at its maximum size
# expect: TypeError unhashable type: 'collections.deque'
# expect: TypeError can only concatenate deque (not "list") to deque
# expect: TypeError sequence index must be integer, not 'slice'
# expect: TypeError '<' not supported between instances of 'collections.deque' and 'list'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: deque mutated during iteration
# expect: P(x=1, y=2, z=0) {'x': 1, 'y': 2, 'z': 0} P(x=9, y=2, z=0) ('x', 'y', 'z') {'z': 0} P(x=1, y=2, z=3) 1 1 1 2 0 True True P(x, y, z) Alias for field number 0 True (1, 2, 0, 1) 1 P(x=2, y=3, z=1)
# expect: TypeError P.__new__() missing 1 required positional argument: 'y'
# expect: TypeError P.__new__() takes from 3 to 4 positional arguments but 5 were given
# expect: TypeError P.__new__() got an unexpected keyword argument 'a'
# expect: AttributeError can't set attribute
# expect: ValueError Encountered duplicate field name: 'b'
# expect: ValueError Type names and field names cannot be a keyword: 'class'
# expect: ValueError Type names and field names must be valid identifiers: '1a'
# expect: ValueError Field names cannot start with an underscore: '_b'
# expect: TypeError Expected 3 arguments, got 1
# expect: TypeError Got more default values than field names
# expect: TypeError P.__new__() got multiple values for argument 'x'
# expect: ('a', '_1', '_2') ('x', 'y', 'z') __main__
# expect: () <class '__main__.P'> (0,)
# expect: ChainMap({'a': 1, 'c': 4}, {'a': 2, 'b': 3}) 3 [{'a': 1, 'c': 4}, {'a': 2, 'b': 3}] 0 ChainMap({'a': 2, 'b': 3}) 3
# expect: ['a', 'b', 'c'] {'a': 1, 'b': 3, 'c': 4} True None ChainMap({'a': 1, 'c': 4, 'q': 1}, {'a': 2, 'b': 3}) 4
# expect: "Key not found in the first mapping: 'b'"
# expect: "Key not found in the first mapping: 'zz'"
# expect: ['b', 'c', 'a'] ('a', 1) ('b', 2) True
# expect: False True
# expect: ['b', 'a'] OrderedDict({'a': 1, 'b': 1})
# expect: OrderedDict({'a': 1, 'b': 2})
# expect: KeyError 'q'
# expect: KeyError 'dictionary is empty'
# expect: KeyError 'q'
# expect: KeyError 'q'
# expect: TypeError 'int' object is not iterable
# expect: TypeError expected at most 1 arguments, got 2
# expect: {'A': 1, 'B': 2} {'A': 1, 'B': 2} True {'A': 1, 'B': 2, 'C': 3}
# expect: [1, 3] [1, 3, 5] [1] UserList [1, 3, 1, 3] True
# expect: ABC abcd a UserString True abc
# expect: True
# expect: [0, 2, 4] True 2 1 [4, 2, 0]
# expect: True True
# expect: True True
# expect: True True
# expect: True False True
# expect: True True
# expect: True
# expect: MS([2, 3]) MS([1, 2, 3, 4]) MS([1]) MS([1, 4]) False True
# expect: True 1
# expect: MS([3, 4])
# expect: MS([])
# expect: 1
# expect: Can't instantiate abstract class Sized without an implementation for abstract method '__len__'
