def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class I:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n == 2: raise StopIteration
        return s.n
i = I(); print(list(i), next(i), list(zip(i, range(2))))
l = [1]; it = iter(l); next(it); next(it, None); l.append(2); print(list(it))
d = {}; it = iter(d); print(next(it, 'e')); d['a'] = 1; print(next(it, 'e2'))
f = iter(lambda c=iter([1, 2, 0, 3]): next(c), 0); print(list(f), list(f))
g = (x for x in [1]); next(g); print(next(g, 'a'), next(g, 'b'))
z = zip([1], [2]); list(z); print(next(z, 'z'))
r = reversed([1]); list(r); print(next(r, 'r'))
e = enumerate('a'); list(e); print(next(e, 'e'))

# expect: [1] 3 [(4, 0), (5, 1)]
# expect: []
# expect: e
# expect: e2
# expect: [1, 2] []
# expect: a b
# expect: z
# expect: r
# expect: e
