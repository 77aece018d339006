def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = [3, 1, 2]; print(l.sort(), l)
l.sort(reverse=True); print(l)
w = ['bb', 'a', 'CCC']; w.sort(key=len); print(w); w.sort(key=str.lower, reverse=True); print(w)
p = [(1, 'b'), (0, 'z'), (1, 'a'), (0, 'a')]; p.sort(key=lambda t: t[0]); print(p); p.sort(key=lambda t: t[0], reverse=True); print(p)
t(lambda: sorted([True, False, 2, 1.5]))
t(lambda: sorted(['b', 'a'], key=None))
t(lambda: sorted([[2], [1, 9], [1]]))
t(lambda: sorted([(1, 'a'), (1,)]))
t(lambda: sorted({3, 1, 2}))
t(lambda: sorted([2 ** 70, -1, 2 ** 65, 0.5]))
t(lambda: [1, 'a'].sort())
t(lambda: [1, None].sort())
t(lambda: [1, 2].sort(5))
t(lambda: [1, 2].sort(key=5))
t(lambda: [1, 2].sort(key=lambda: 0))
t(lambda: [1, 2].sort(reverse='x'))
t(lambda: [1, 2].sort(reverse=None))
t(lambda: [2, 1].sort(cmp=1))
t(lambda: [{}, {}].sort())
t(lambda: [1j, 2j].sort())
class K:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f'K{s.v}'
t(lambda: sorted([K(3), K(1), K(2)]))
e = [3, 1, 'x', 2]
try: e.sort()
except TypeError: print(sorted(map(str, e)))

# expect: None [1, 2, 3]
# expect: [3, 2, 1]
# expect: ['a', 'bb', 'CCC']
# expect: ['CCC', 'bb', 'a']
# expect: [(0, 'z'), (0, 'a'), (1, 'b'), (1, 'a')]
# expect: [(1, 'b'), (1, 'a'), (0, 'z'), (0, 'a')]
# expect: [False, True, 1.5, 2]
# expect: ['a', 'b']
# expect: [[1], [1, 9], [2]]
# expect: [(1,), (1, 'a')]
# expect: [1, 2, 3]
# expect: [-1, 0.5, 36893488147419103232, 1180591620717411303424]
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError '<' not supported between instances of 'NoneType' and 'int'
# expect: TypeError sort() takes no positional arguments
# expect: TypeError 'int' object is not callable
# expect: TypeError <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
# expect: None
# expect: None
# expect: TypeError sort() got an unexpected keyword argument 'cmp'
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError '<' not supported between instances of 'complex' and 'complex'
# expect: [K1, K2, K3]
# expect: ['1', '2', '3', 'x']
