def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class S:
    def __init__(s, d): s.d = list(d)
    def __getitem__(s, k):
        if isinstance(k, slice): return [s.d[i] for i in range(*k.indices(len(s.d)))]
        if isinstance(k, tuple): return [s[x] for x in k]
        return s.d[k]
    def __setitem__(s, k, v): s.d[k] = v
    def __delitem__(s, k): del s.d[k]
s = S('abcdef')
t(lambda: s[1:3])
t(lambda: s[::-1])
t(lambda: s[0, 2:4])
t(lambda: s[-1])
t(lambda: s[:])
t(lambda: s[10:])
t(lambda: s[..., ] if 0 else s[0, 1])
s[1:3] = 'X'; del s[::2]; print(s.d)

# expect: ['b', 'c']
# expect: ['f', 'e', 'd', 'c', 'b', 'a']
# expect: ['a', ['c', 'd']]
# expect: 'f'
# expect: ['a', 'b', 'c', 'd', 'e', 'f']
# expect: []
# expect: ['a', 'b']
# expect: ['X', 'e']
