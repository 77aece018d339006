def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from collections import Counter
c = Counter('abracadabra')
t(lambda: c)
t(lambda: c['z'])
t(lambda: c.most_common(2))
t(lambda: sorted(c.elements())[:6])
t(lambda: c.total())
t(lambda: c + Counter('aab'))
t(lambda: c - Counter('aaaaaa'))
t(lambda: c & Counter('ab'))
t(lambda: c | Counter('zz'))
t(lambda: +Counter(a=1, b=-1))
t(lambda: -Counter(a=1, b=-1))
t(lambda: Counter(a=1) == Counter(a=1, b=0))
t(lambda: Counter(a=1) <= Counter(a=2))
t(lambda: c.copy() == c)
t(lambda: Counter([1, 1, 2]))
t(lambda: Counter({'x': 3}))
t(lambda: Counter(x=1, y=2))
t(lambda: list(Counter('ab')))
t(lambda: Counter().most_common())
t(lambda: c.pop('a'))
t(lambda: 'a' in c)
d = Counter(); d.update('ab'); d.update({'a': 5}); d.subtract('b'); d.subtract(c=1); d['q'] += 1; del d['zz']; print(d, dict(d), d.total())
d += Counter('a'); d -= Counter('aa'); print(d); d |= Counter('zzz'); d &= Counter('zzq'); print(d)
t(lambda: Counter(5))
t(lambda: Counter('a', 'b'))
t(lambda: Counter.fromkeys('a'))
t(lambda: Counter(a=1) + 5)
t(lambda: Counter(a='x').total())

# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1})
# expect: 0
# expect: [('a', 5), ('b', 2)]
# expect: ['a', 'a', 'a', 'a', 'a', 'b']
# expect: 11
# expect: Counter({'a': 7, 'b': 3, 'r': 2, 'c': 1, 'd': 1})
# expect: Counter({'b': 2, 'r': 2, 'c': 1, 'd': 1})
# expect: Counter({'a': 1, 'b': 1})
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'z': 2, 'c': 1, 'd': 1})
# expect: Counter({'a': 1})
# expect: Counter({'b': 1})
# expect: True
# expect: True
# expect: True
# expect: Counter({1: 2, 2: 1})
# expect: Counter({'x': 3})
# expect: Counter({'y': 2, 'x': 1})
# expect: ['a', 'b']
# expect: []
# expect: 5
# expect: False
# expect: Counter({'a': 6, 'q': 1, 'b': 0, 'c': -1}) {'a': 6, 'b': 0, 'c': -1, 'q': 1} 6
# expect: Counter({'a': 5, 'q': 1})
# expect: Counter({'z': 2, 'q': 1})
# expect: TypeError 'int' object is not iterable
# expect: TypeError Counter.__init__() takes from 1 to 2 positional arguments but 3 were given
# expect: NotImplementedError Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
# expect: TypeError unsupported operand type(s) for +: 'Counter' and 'int'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
