class S:
    def __init__(self, *a): self.d = list(a)
    def __len__(self): print('len', end=' '); return len(self.d)
    def __getitem__(self, i): print('get', i, end=' '); return self.d[i]
    def __setitem__(self, i, v): print('set', i, v); self.d[i] = v
    def __delitem__(self, i): print('del', i); del self.d[i]
    def __contains__(self, x): print('in', end=' '); return x in self.d
    def __reversed__(self): print('rev', end=' '); return iter(self.d[::-1])
    def __length_hint__(self): print('hint', end=' '); return 3
s = S(1, 2, 3)
print(len(s), s[0], s[-1], s[1:], 2 in s, list(reversed(s)), bool(s))
s[0] = 9; s[1:2] = [7, 8]; del s[0]; print(s.d)
print([x for x in s])
print(list(iter(s)))
print(max(s), sum(s), tuple(s))
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
for n in (0, 5, -1, 'x', 1.0, 2 ** 70, True):
    try: print(len(L(n)))
    except Exception as e: print(type(e).__name__, e)
class Seq:
    def __len__(s): return 3
    def __getitem__(s, i): return 'abc'[i]
print(list(reversed(Seq())), list(Seq()), 'b' in Seq(), Seq()[-1])
try: reversed(object())
except TypeError as e: print(e)

# expect: len get 0 get -1 get slice(1, None, None) in rev len 3 1 3 [2, 3] True [3, 2, 1] True
# expect: set 0 9
# expect: set slice(1, 2, None) [7, 8]
# expect: del 0
# expect: [7, 8, 3]
# expect: get 0 get 1 get 2 get 3 [7, 8, 3]
# expect: len get 0 get 1 get 2 get 3 [7, 8, 3]
# expect: get 0 get 1 get 2 get 3 get 0 get 1 get 2 get 3 len get 0 get 1 get 2 get 3 8 18 (7, 8, 3)
# expect: 0
# expect: 5
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: 1
# expect: ['c', 'b', 'a'] ['a', 'b', 'c'] True c
# expect: 'object' object is not reversible
