def subj(): print('subject'); return [1, 2]
match subj():
    case [1]: pass
    case [2, _]: pass
    case [_, 2]: print('third')
class M:
    def __init__(s): s.n = 0
    @property
    def attr(s): s.n += 1; return s.n
m = M()
match m:
    case M(attr=1): print('attr was 1')
match m:
    case M(attr=99): pass
    case M(attr=3): print('attr read again')
class L:
    def __len__(s): print('len'); return 2
    def __getitem__(s, i):
        print('get', i)
        if i > 1: raise IndexError
        return i
import collections.abc
collections.abc.Sequence.register(L)
match L():
    case [0, 5]: print('no')
    case [0, x]: print('x', x)
class D(dict):
    def get(s, k, d=None): print('get', k); return super().get(k, d)
match D(a=1):
    case {'b': _}: print('no')
    case {'a': 1}: print('yes')

# expect: subject
# expect: third
# expect: attr was 1
# expect: attr read again
# expect: len
# expect: get 0
# expect: get 1
# expect: get 2
# expect: len
# expect: get 0
# expect: get 1
# expect: get 2
# expect: x 1
# expect: get b
# expect: get a
# expect: yes
