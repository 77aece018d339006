import reprlib
r = reprlib.Repr()
print(r.repr(list(range(100))), r.repr(tuple(range(100))), r.repr({i: i for i in range(100)}))
print(r.repr(set(range(100))), r.repr('x' * 100), r.repr(10 ** 100), r.repr([[[[[[[[]]]]]]]]))
print(r.repr(frozenset(range(10))))
r.maxlist = 2
r.maxstring = 10
r.maxdict = 1
r.maxlevel = 2
print(r.repr([1, 2, 3]), r.repr('abcdefghijklmnop'), r.repr({1: 2, 3: 4}), r.repr([[[1]]]))
class N:
    @reprlib.recursive_repr('<...>')
    def __repr__(self):
        return f'N({self.me!r})'
n = N()
n.me = n
print(n)
import collections
print(r.repr(collections.deque(range(20))))
class M(reprlib.Repr):
    def repr_bytes(self, x, level):
        return 'BYTES'
print(M().repr([b'a', 'b']))

# expect: [0, 1, 2, 3, 4, 5, ...] (0, 1, 2, 3, 4, 5, ...) {0: 0, 1: 1, 2: 2, 3: 3, ...}
# expect: {0, 1, 2, 3, 4, 5, ...} 'xxxxxxxxxxxx...xxxxxxxxxxxxx' 100000000000000000...0000000000000000000 [[[[[[[...]]]]]]]
# expect: frozenset({0, 1, 2, 3, 4, 5, ...})
# expect: [1, 2, ...] 'ab...nop' {1: 2, ...} [[[...]]]
# expect: N(<...>)
# expect: deque([0, 1, 2, 3, 4, 5, ...])
# expect: [BYTES, 'b']
