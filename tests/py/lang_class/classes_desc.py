class Typed:
    def __init__(self, t, default=None):
        self.t = t
        self.default = default
    def __set_name__(self, owner, name):
        self.name = '_' + name
        print('set_name', owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name, self.default)
    def __set__(self, obj, v):
        if not isinstance(v, self.t):
            raise TypeError(f'{self.name[1:]} must be {self.t.__name__}, got {type(v).__name__}')
        setattr(obj, self.name, v)
    def __delete__(self, obj):
        delattr(obj, self.name)
class P:
    x = Typed(int, 0)
    y = Typed(str, 'd')
    def __init__(self, **k):
        for a, v in k.items():
            setattr(self, a, v)
p = P(x=5)
print(p.x, p.y, vars(p))
p.y = 'hey'
print(p.y)
del p.x
print(p.x)
try:
    p.x = 'no'
except TypeError as e:
    print(e)
try:
    del p.x
except AttributeError as e:
    print(e)
print(isinstance(P.x, Typed), P.__dict__['x'] is P.x)
class ND:
    def __get__(self, o, t):
        return 'nd'
class Q:
    a = ND()
q = Q()
print(q.a)
q.__dict__['a'] = 'inst'
print(q.a)
print(Q.a)
class DD:
    def __get__(self, o, t):
        return 'dd'
    def __set__(self, o, v):
        raise AttributeError('ro')
class R:
    a = DD()
r = R()
r.__dict__['a'] = 1
print(r.a)
try:
    r.a = 2
except AttributeError as e:
    print(e)
class Lazy:
    def __init__(self, f):
        self.f = f
        self.__doc__ = f.__doc__
    def __set_name__(self, o, n):
        self.n = n
    def __get__(self, o, t=None):
        if o is None:
            return self
        v = o.__dict__[self.n] = self.f(o)
        return v
class L:
    @Lazy
    def big(self):
        """doc of big"""
        print('computing')
        return 42
l = L()
print(l.big, l.big, L.big.__doc__)
class Meta(type):
    def __get__(cls, o, t):
        return 'meta-get'
class WithMeta(metaclass=Meta):
    pass
class Holder:
    w = WithMeta
print(Holder.w, Holder().w)

# expect: set_name P x
# expect: set_name P y
# expect: 5 d {'_x': 5}
# expect: hey
# expect: 0
# expect: x must be int, got str
# expect: 'P' object has no attribute '_x'
# expect: True True
# expect: nd
# expect: inst
# expect: nd
# expect: dd
# expect: ro
# expect: computing
# expect: 42 42 doc of big
# expect: meta-get meta-get
