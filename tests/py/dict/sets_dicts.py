a, b = ({1, 2, 3, 4}, {3, 4, 5})
print(a & b, a | b, a - b, a ^ b, a <= b, a < {1, 2, 3, 4, 5})
print(a.isdisjoint({9}), a.issuperset({1}), a.union([9], (8,)), a.intersection(b, [3]))
print(a.difference(b, [1]), a.symmetric_difference([1]), a == {4, 3, 2, 1}, frozenset(a) == a, len(a))
print(3 in a, sorted(a, reverse=True), {*a, *b}, set('hello') == set('olleh'))
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), repr(set()), repr(frozenset()))
print(type(a & frozenset(b)).__name__, type(frozenset(b) & a).__name__)
print({frozenset([1]): 'x'}[frozenset([1])], {1, True, 1.0}, {0, False, ''})
c = a.copy()
c |= {10}
c &= {1, 2, 10}
c -= {2}
c ^= {1, 7}
print(c)
c.add(1)
c.discard(99)
c.update('ab', [3])
print(sorted(map(str, c)))
d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 9
print(d, list(d), d.pop('b'), d, d.get('z'), d.setdefault('z', []))
print(d.popitem(), d | {'q': 1}, {**d, 'a': 0}, d.items() & {('a', 2)})
print(d.keys() | {'x'} == {'a', 'c', 'x'}, dict(zip('ab', [1, 2])), dict.fromkeys('ab', 0))
print(dict([('k', 'v')], x=1), list(reversed(d)), d == {'c': 3, 'a': 2})
print({1: 'a', 1.0: 'b', True: 'c'}, {k: v for v, k in enumerate('xyz')}, max(d, key=d.get))
print(sorted(d.items(), key=lambda t: -t[1]), 'a' in d, len(d), str({'k': {'n': [1, (2,)]}}))
print(bool({}))
d |= [('u', 1)]
d.update({'v': 2}, w=3)
del d['a']
print(d)
k = d.keys()
v = d.values()
d['new'] = 1
print(len(k), list(v)[-1], k, v, d.items())
d.clear()
print(d, k)
class Missing(dict):
    def __missing__(s, k):
        s[k] = k * 2
        return s[k]
m = Missing()
print(m[3], m, m.get(9), 9 in m)
class K:
    def __init__(s, n):
        s.n = n
    def __hash__(s):
        return 1
    def __eq__(s, o):
        return s.n == o.n
    def __repr__(s):
        return f'K{s.n}'
x = {K(i): i for i in range(5)}
print(x, x[K(3)], x.pop(K(2)), K(2) in x, list(x))
n = {}
n['self'] = n
print(n)
print({(1, 2): 'a', None: 'b', ...: 'c', 1.5: 'd', b'x': 'e', int: 'f'})

# expect: {3, 4} {1, 2, 3, 4, 5} {1, 2} {1, 2, 5} False True
# expect: True True {1, 2, 3, 4, 8, 9} {3}
# expect: {2} {2, 3, 4} True True 4
# expect: True [4, 3, 2, 1] {1, 2, 3, 4, 5} True
# expect: True set() frozenset()
# expect: set frozenset
# expect: x {1} {0, ''}
# expect: {10, 7}
# expect: ['1', '10', '3', '7', 'a', 'b']
# expect: {'a': 2, 'c': 3, 'z': []} ['b', 'a', 'c'] 9 {'a': 2, 'c': 3, 'z': []} None []
# expect: ('z', []) {'a': 2, 'c': 3, 'q': 1} {'a': 0, 'c': 3} {('a', 2)}
# expect: True {'a': 1, 'b': 2} {'a': 0, 'b': 0}
# expect: {'k': 'v', 'x': 1} ['c', 'a'] True
# expect: {1: 'c'} {'x': 0, 'y': 1, 'z': 2} c
# expect: [('c', 3), ('a', 2)] True 2 {'k': {'n': [1, (2,)]}}
# expect: False
# expect: {'c': 3, 'u': 1, 'v': 2, 'w': 3}
# expect: 5 1 dict_keys(['c', 'u', 'v', 'w', 'new']) dict_values([3, 1, 2, 3, 1]) dict_items([('c', 3), ('u', 1), ('v', 2), ('w', 3), ('new', 1)])
# expect: {} dict_keys([])
# expect: 6 {3: 6} None False
# expect: {K0: 0, K1: 1, K3: 3, K4: 4} 3 2 False [K0, K1, K3, K4]
# expect: {'self': {...}}
# expect: {(1, 2): 'a', None: 'b', Ellipsis: 'c', 1.5: 'd', b'x': 'e', <class 'int'>: 'f'}
