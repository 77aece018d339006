import functools
def log(f=None, *, prefix='>'):
    if f is None:
        return functools.partial(log, prefix=prefix)
    @functools.wraps(f)
    def w(*a, **k):
        print(prefix, f.__name__, a, k)
        return f(*a, **k)
    return w
@log
def add(a, b=2):
    """adds"""
    return a + b
@log(prefix='##')
def mul(a, b):
    return a * b
print(add(1), mul(2, 3), add.__doc__, add.__name__, add.__wrapped__(5))
class CountCalls:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.n = 0
        self.f = f
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
    def __get__(self, o, t):
        return functools.partial(self, o)
@CountCalls
def hi():
    return 'hi'
hi()
hi()
print(hi.n, hi.__name__)
class K:
    @CountCalls
    def m(self, x):
        return x
    @classmethod
    def c(cls):
        return cls.__name__
    @staticmethod
    def s():
        return 's'
    @property
    def p(self):
        return getattr(self, '_p', 0)
    @p.setter
    def p(self, v):
        self._p = v
    @p.deleter
    def p(self):
        del self._p
    @functools.cached_property
    def cp(self):
        print('cp')
        return 9
    @functools.lru_cache(maxsize=None)
    def lc(self, n):
        return n if n < 2 else self.lc(n - 1) + self.lc(n - 2)
    @functools.singledispatchmethod
    def sd(self, a):
        return 'default'
    @sd.register
    def _(self, a: int):
        return 'int'
    @sd.register(list)
    def _(self, a):
        return 'list'
k = K()
print(k.m(5), k.c(), K.s(), k.p)
k.p = 3
print(k.p)
del k.p
print(k.p, k.cp, k.cp, k.lc(30), k.sd(1), k.sd([]))
print(k.sd(''))
print(K.lc.cache_info())
@functools.singledispatch
def fun(x):
    return 'obj'
@fun.register(int)
@fun.register(float)
def _(x):
    return 'num'
@fun.register
def _(x: str | bytes):
    return 'text'
print(fun(1), fun(1.5), fun('a'), fun(b''), fun(None), fun.dispatch(bool) is fun.dispatch(int))
print(sorted((c.__name__ for c in fun.registry)))
@functools.total_ordering
class T:
    def __init__(s, v):
        s.v = v
    def __eq__(s, o):
        return s.v == o.v
    def __lt__(s, o):
        return s.v < o.v
print(T(1) <= T(2), T(2) >= T(3), T(1) > T(0), max(T(1), T(5)).v)
@lambda f: lambda *a: ('wrapped', f(*a))
def lam(x):
    return x
print(lam(1))
def deco_cls(c):
    c.tag = 'decorated'
    return c
@deco_cls
class DC:
    pass
print(DC.tag)
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(int, base=2)('101'))
print(functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(0))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
p = functools.partial(print, 'a', sep='-')
p('b', 'c')
print(p.func is print, p.args, p.keywords, repr(functools.partial(int, base=2)))
@functools.lru_cache(2)
def sq(x):
    print('sq', x)
    return x * x
sq(1)
sq(2)
sq(1)
sq(3)
sq(2)
print(sq.cache_info(), sq.cache_parameters())
sq.cache_clear()
print(sq.cache_info())
try:
    sq([])
except TypeError as e:
    print(e)
pm = type('PM', (), {'f': functools.partialmethod(lambda s, a, b: (a, b), 1)})()
print(pm.f(2))

# expect: > add (1,) {}
# expect: ## mul (2, 3) {}
# expect: 3 6 adds add 7
# expect: 2 hi
# expect: 5 K s 0
# expect: 3
# expect: cp
# expect: 0 9 9 832040 int list
# expect: default
# expect: CacheInfo(hits=28, misses=31, maxsize=None, currsize=31)
# expect: num num text text obj True
# expect: ['bytes', 'float', 'int', 'object', 'str']
# expect: True False True 5
# expect: ('wrapped', 1)
# expect: decorated
# expect: 120 5
# expect: True
# expect: [3, 2, 1]
# expect: a-b-c
# expect: True ('a',) {'sep': '-'} functools.partial(<class 'int'>, base=2)
# expect: sq 1
# expect: sq 2
# expect: sq 3
# expect: sq 2
# expect: CacheInfo(hits=1, misses=4, maxsize=2, currsize=2) {'maxsize': 2, 'typed': False}
# expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
# expect: unhashable type: 'list'
# expect: (1, 2)
