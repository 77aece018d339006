def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from functools import partial
def f(*a, **k): return a, k
p = partial(f, 1, x=2)
t(lambda: p())
t(lambda: p(3))
t(lambda: p(x=5))
t(lambda: p(y=1))
t(lambda: p.func is f)
t(lambda: p.args)
t(lambda: p.keywords)
t(lambda: partial(p, 9)())
t(lambda: partial(p, 9).args)
t(lambda: partial(int, base=2)('11'))
t(lambda: partial(f)())
t(lambda: hash(p) == hash(p))
t(lambda: p == partial(f, 1, x=2))
t(lambda: partial(max, 5)(3, 7))
t(lambda: partial(print, end='!\n')('hi'))
t(lambda: isinstance(p, partial))
t(lambda: partial(str.upper)('a'))
t(lambda: list(map(partial(pow, 2), [1, 2, 3])))
t(lambda: partial())
t(lambda: partial(5))
class P(partial): pass
t(lambda: P(f, 1)(2))
t(lambda: type(P(f)).__name__)
class C:
    def m(s, a, b=0): return (type(s).__name__, a, b)
    from functools import partialmethod
    q = partialmethod(m, 5); r = partialmethod(m, b=9)
t(lambda: C().q())
t(lambda: C().q(b=1))
t(lambda: C().r(2))

# expect: ((1,), {'x': 2})
# expect: ((1, 3), {'x': 2})
# expect: ((1,), {'x': 5})
# expect: ((1,), {'x': 2, 'y': 1})
# expect: True
# expect: (1,)
# expect: {'x': 2}
# expect: ((1, 9), {'x': 2})
# expect: (1, 9)
# expect: 3
# expect: ((), {})
# expect: True
# expect: False
# expect: 7
# expect: hi!
# expect: None
# expect: True
# expect: 'A'
# expect: [2, 4, 8]
# expect: TypeError type 'partial' takes at least one argument
# expect: TypeError the first argument must be callable
# expect: ((1, 2), {})
# expect: 'P'
# expect: ('C', 5, 0)
# expect: ('C', 5, 1)
# expect: ('C', 2, 9)
