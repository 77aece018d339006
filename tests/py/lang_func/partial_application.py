from functools import partial, partialmethod
p = partial(int, base=2)
print(p('101'), p.func, p.args, p.keywords)
q = partial(lambda *a, **k: (a, k), 1, 2, x=3)
print(q(4, y=5), q(x=9))
r = partial(q, 7, z=1)
print(r(8), r.func is q.func, r.args)
class C:
    def m(self, a, b): return (a, b)
    m1 = partialmethod(m, 1)
    m2 = partialmethod(m, b='B')
print(C().m1(2), C().m2('A'))
s = partial(print, 'a', sep='-'); s('b', 'c')
print(repr(partial(len, 'x')), partial(max)(3, 5), sorted(['b', 'A'], key=partial(str.lower)))
q.attr = 1; print(q.attr, q.__dict__)
for bad in [lambda: partial(), lambda: partial(5), lambda: partial(int, 'x')()]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)

# expect: 5 <class 'int'> () {'base': 2}
# expect: ((1, 2, 4), {'x': 3, 'y': 5}) ((1, 2), {'x': 9})
# expect: ((1, 2, 7, 8), {'x': 3, 'z': 1}) True (1, 2, 7)
# expect: (1, 2) ('A', 'B')
# expect: a-b-c
# expect: functools.partial(<built-in function len>, 'x') 5 ['A', 'b']
# expect: 1 {'attr': 1}
# expect: TypeError type 'partial' takes at least one argument
# expect: TypeError the first argument must be callable
# expect: ValueError invalid literal for int() with base 10: 'x'
