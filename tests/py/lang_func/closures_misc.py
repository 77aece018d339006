def counter():
    n = 0
    def up(k=1):
        nonlocal n; n += k; return n
    up.reset = lambda: up.__closure__[0].cell_contents
    return up
c = counter(); c(); c(5); print(c.reset(), c.__dict__.keys(), c.__defaults__, c.__code__.co_varnames, c.__qualname__)
def compose(*fs): return lambda x: __import__("functools").reduce(lambda a, f: f(a), fs, x)
print(compose(str, len, lambda n: n ** 2)(12345))
def curry(f, n=None):
    n = n or f.__code__.co_argcount
    return lambda *a: f(*a) if len(a) >= n else curry(lambda *b: f(*a, *b), n - len(a))
print(curry(lambda a, b, c: a + b * c)(1)(2)(3), curry(lambda a, b, c: (a, b, c))(1, 2)(3))
def d(a, b=[], *c, e=None, **f): b.append(a); return a, b, c, e, f
print(d(1), d(2), d(3, [], 4, e=5, g=6)); print(d.__kwdefaults__, d.__defaults__)
fs = [lambda i=i: i for i in range(3)] + [lambda: i for i in range(3)]; print([f() for f in fs])
def gen_fn():
    """Doc."""
    yield
print(gen_fn.__doc__, gen_fn.__name__, type(gen_fn()).__name__, gen_fn().__qualname__)
class Mem:
    def __init__(s, f): s.f, s.c = f, {}
    def __call__(s, *a):
        if a not in s.c: s.c[a] = s.f(*a)
        return s.c[a]
    def __get__(s, o, t=None): import functools; return functools.partial(s, o)
class Q:
    @Mem
    def f(self, n): print("calc", n); return n * 2
q = Q(); print(q.f(2), q.f(2))
def outer():
    x = 1
    class K:
        x = 2
        def m(self): return x
        y = x
    return K().m(), K.y
print(outer())
x = 10
def fn():
    global x; x += 1
    def inner(): return x
    x = 99
    return inner()
print(fn(), x)
print((lambda *a, k=3, **kw: (a, k, kw))(1, 2, k=4, z=5), (lambda: (yield))().__class__.__name__)
for bad in ("d()", "d(1, a=2)", "d(*5)", "d(**5)", "d(1, **{'a': 2})", "d(1, **{5: 2})", "fn(1)", "curry()", "c(1, 2)", "c(z=1)", "(lambda a, /: a)(a=1)", "(lambda *, a: a)()", "(lambda a, b: 0)(1, 2, 3, x=1)", "print(*(1 for _ in 5))"):
    try: eval(bad)
    except Exception as e: print(bad, type(e).__name__, e)
def deco(*args, **kw):
    def w(f): f.tags = args, kw; return f
    return w
@deco(1, k=2)
@(lambda f: f)
def tagged(): pass
print(tagged.tags); tagged.__name__ = "renamed"; print(tagged.__name__, tagged)if 0 else None
def rec(n): return 0 if n == 0 else 1 + rec(n - 1)
print(rec(900)); import sys
try: rec(10 ** 6)
except RecursionError as e: print(str(e)[:32])
def star(a, *rest, **kw): return a, rest, kw
print(star(*[1], *(2, 3), **{"x": 1}, **dict(y=2)), [*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[], 1))

# expect: 6 dict_keys(['reset']) (1,) ('k',) counter.<locals>.up
# expect: 25
# expect: 7 (1, 2, 3)
# expect: (1, [1, 2], (), None, {}) (2, [1, 2], (), None, {}) (3, [3], (4,), 5, {'g': 6})
# expect: {'e': None} ([1, 2],)
# expect: [0, 1, 2, 2, 2, 2]
# expect: Doc. gen_fn generator gen_fn
# expect: calc 2
# expect: 4 4
# expect: (1, 2)
# expect: 99 99
# expect: ((1, 2), 4, {'z': 5}) generator
# expect: d() TypeError d() missing 1 required positional argument: 'a'
# expect: d(1, a=2) TypeError d() got multiple values for argument 'a'
# expect: d(*5) TypeError __main__.d() argument after * must be an iterable, not int
# expect: d(**5) TypeError __main__.d() argument after ** must be a mapping, not int
# expect: d(1, **{'a': 2}) TypeError d() got multiple values for argument 'a'
# expect: d(1, **{5: 2}) TypeError keywords must be strings
# expect: fn(1) TypeError fn() takes 0 positional arguments but 1 was given
# expect: curry() TypeError curry() missing 1 required positional argument: 'f'
# expect: c(1, 2) TypeError counter.<locals>.up() takes from 0 to 1 positional arguments but 2 were given
# expect: c(z=1) TypeError counter.<locals>.up() got an unexpected keyword argument 'z'
# expect: (lambda a, /: a)(a=1) TypeError <lambda>() got some positional-only arguments passed as keyword arguments: 'a'
# expect: (lambda *, a: a)() TypeError <lambda>() missing 1 required keyword-only argument: 'a'
# expect: (lambda a, b: 0)(1, 2, 3, x=1) TypeError <lambda>() got an unexpected keyword argument 'x'
# expect: print(*(1 for _ in 5)) TypeError 'int' object is not iterable
# expect: ((1,), {'k': 2})
# expect: 900
# expect: maximum recursion depth exceeded
# expect: (1, (2, 3), {'x': 1, 'y': 2}) [0, 1, 2, 'a', 'b'] {'a': 3, 'b': 2} (1,)
