import copy
class P:
    def __init__(self, x):
        self.x = x
    def __eq__(self, o):
        return self.x == o.x
    def __repr__(self):
        return f'P({self.x!r})'
a = [1, [2, 3], {'k': [4]}, (5, [6]), P([7])]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(99)
a[4].x.append(88)
a[3][1].append(77)
print(b, c)
l = [1]
l.append(l)
m = copy.deepcopy(l)
print(m[1] is m, m is not l)
class Q:
    def __copy__(self):
        return 'copied'
    def __deepcopy__(self, memo):
        return 'deep'
print(copy.copy(Q()), copy.deepcopy([Q()]))
t = (1, 2)
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, [2])) == (1, [2]))
print(copy.copy(len) is len, copy.deepcopy(P) is P)
class S:
    __slots__ = ('a', 'b')
s = S()
s.a = [1]
u = copy.deepcopy(s)
print(u.a, u.a is not s.a, hasattr(u, 'b'))
class L(list):
    pass
x = L([1, [2]])
x.attr = [3]
y = copy.deepcopy(x)
print(type(y).__name__, y, y.attr, y.attr is not x.attr)
z = copy.copy(x)
print(z.attr is x.attr)
class G:
    def __init__(self):
        self.g = 1
    def __getstate__(self):
        return {'g': 2}
    def __setstate__(self, s):
        self.g = s['g'] * 10
print(copy.copy(G()).g)
for o in (iter([1]), (i for i in []), open, lambda: 0, copy):
    try:
        copy.deepcopy(o)
        print('ok', type(o).__name__)
    except TypeError as e:
        print(e)
class R:
    def __reduce__(self):
        return (list, ((1, 2),))
print(copy.copy(R()))
import re, datetime, decimal, fractions, collections
print(copy.copy(re.compile('a')), copy.deepcopy(datetime.date(2020, 1, 1)))
print(copy.deepcopy(decimal.Decimal('1.5')), copy.deepcopy(fractions.Fraction(1, 2)))
print(copy.deepcopy(collections.OrderedDict(a=[1])), copy.deepcopy(collections.deque([1], 3)))
print(copy.deepcopy(range(3)), copy.deepcopy({1: {2}}), copy.deepcopy(bytearray(b'x')))
print(copy.deepcopy(collections.defaultdict(list, {1: [2]})))
e = copy.copy(ValueError('a', 1))
print(repr(e))
e2 = copy.deepcopy(KeyError('k'))
print(repr(e2))
try:
    copy.replace
except AttributeError:
    pass

# expect: [1, [2, 3, 99], {'k': [4]}, (5, [6, 77]), P([7, 88])] [1, [2, 3], {'k': [4]}, (5, [6]), P([7])]
# expect: True True
# expect: copied ['deep']
# expect: True True True
# expect: True True
# expect: [1] True False
# expect: L [1, [2]] [3] True
# expect: True
# expect: 20
# expect: ok list_iterator
# expect: cannot pickle 'generator' object
# expect: ok builtin_function_or_method
# expect: ok function
# expect: cannot pickle 'module' object
# expect: [1, 2]
# expect: re.compile('a') 2020-01-01
# expect: 1.5 1/2
# expect: OrderedDict({'a': [1]}) deque([1], maxlen=3)
# expect: range(0, 3) {1: {2}} bytearray(b'x')
# expect: defaultdict(<class 'list'>, {1: [2]})
# expect: ValueError('a', 1)
# expect: KeyError('k')
