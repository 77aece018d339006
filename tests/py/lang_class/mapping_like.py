from collections.abc import MutableMapping, MutableSequence, Set
class Low(MutableMapping):
    def __init__(s, *a, **k): s.d = {}; s.update(*a, **k)
    def __getitem__(s, k): return s.d[k.lower()]
    def __setitem__(s, k, v): s.d[k.lower()] = v
    def __delitem__(s, k): del s.d[k.lower()]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
l = Low(A=1, b=2); l['B'] = 3
print(dict(l), 'a' in l, l.get('Z', 0), l.pop('A'), l.setdefault('Q', 9), list(l.items()), l == {'b': 3, 'q': 9}, l.popitem(), {**l})
try: l['nope']
except KeyError as e: print(repr(e))
class Seq(MutableSequence):
    def __init__(s, it=()): s.l = list(it)
    def __getitem__(s, i): return s.l[i]
    def __setitem__(s, i, v): s.l[i] = v
    def __delitem__(s, i): del s.l[i]
    def __len__(s): return len(s.l)
    def insert(s, i, v): s.l.insert(i, v)
q = Seq('abc'); q.append('d'); q.extend('ef'); q.reverse(); q.remove('c'); q += 'z'
print(q.l, q.pop(), q.index('b'), q.count('a'), 'e' in q, list(reversed(q)))
class Bits(Set):
    def __init__(s, it): s.s = sorted(set(it))
    def __contains__(s, x): return x in s.s
    def __iter__(s): return iter(s.s)
    def __len__(s): return len(s.s)
a, b = Bits([1, 2]), Bits([2, 3])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, a == Bits([2, 1]), a.isdisjoint([5]))
try: MutableMapping()
except TypeError as e: print(e)

# expect: {'a': 1, 'b': 3} True 0 1 9 [('b', 3), ('q', 9)] True ('b', 3) {'q': 9}
# expect: KeyError('nope')
# expect: ['f', 'e', 'd', 'b', 'a'] z 3 1 True ['a', 'b', 'd', 'e', 'f']
# expect: [2] [1, 2, 3] [1] [1, 3] False True True
# expect: Can't instantiate abstract class MutableMapping without an implementation for abstract methods '__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__'
