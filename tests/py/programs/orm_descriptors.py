class Field:
    _n = 0
    def __init__(self, type_, *, default=None, null=False, pk=False):
        self.type, self.default, self.null, self.pk = (type_, default, null, pk)
        Field._n += 1
        self.order = Field._n
    def __set_name__(self, o, n):
        self.name = n
    def __get__(self, i, o):
        return self if i is None else i.__dict__.get(self.name, self.default)
    def __set__(self, i, v):
        if v is None and (not self.null):
            raise ValueError(f'{self.name} may not be None')
        if v is not None and (not isinstance(v, self.type)):
            raise TypeError(f'{self.name}: expected {self.type.__name__}, got {type(v).__name__}')
        i.__dict__[self.name] = v
        i._dirty.add(self.name)
    def __eq__(self, v):
        return Cond(self.name, '==', v)
    def __gt__(self, v):
        return Cond(self.name, '>', v)
    __hash__ = object.__hash__
class Cond:
    def __init__(s, *a):
        s.a = a
    def __and__(s, o):
        return Cond('and', s, o)
    def __call__(s, r):
        if s.a[0] == 'and':
            return s.a[1](r) and s.a[2](r)
        n, op, v = s.a
        x = getattr(r, n)
        return x == v if op == '==' else x is not None and x > v
    def __repr__(s):
        return f'({' '.join(map(str, s.a))})'
class Meta(type):
    registry = {}
    def __new__(m, name, bases, ns):
        c = super().__new__(m, name, bases, ns)
        c._fields = {k: v for b in reversed(c.__mro__) for k, v in vars(b).items() if isinstance(v, Field)}
        if bases:
            c._table = []
            m.registry[name.lower()] = c
        return c
    def __iter__(c):
        return iter(c._table)
    def __len__(c):
        return len(c._table)
class Model(metaclass=Meta):
    def __init__(self, **k):
        self._dirty = set()
        if (bad := (k.keys() - self._fields.keys())):
            raise AttributeError(f'no fields {sorted(bad)}')
        for n, f in self._fields.items():
            setattr(self, n, k[n]) if n in k or (not (f.null or f.default is not None or f.pk) and self._need(n)) else None
    def _need(self, n):
        raise ValueError(f'{type(self).__name__}.{n} required')
    def save(self):
        self.id = len(type(self)._table) + 1
        type(self)._table.append(self)
        self._dirty.clear()
        return self
    @classmethod
    def where(c, cond=lambda r: True):
        return [r for r in c if cond(r)]
    def __repr__(self):
        return f'<{type(self).__name__} {', '.join((f'{n}={getattr(self, n)!r}' for n in self._fields))}>'
class User(Model):
    id = Field(int, pk=True)
    name = Field(str)
    age = Field(int, null=True)
class Admin(User):
    level = Field(int, default=1)
u = User(name='bob', age=5).save()
User(name='al').save()
a = Admin(name='root', level=9).save()
print(u, a, len(User), list(Admin), User.where(User.name == 'bob'))
print(User.where((User.age > 3) & (User.name == 'bob')), (User.age > 3) & (User.name == 'x'))
print(Meta.registry.keys(), u._dirty)
u.age = 6
print(u._dirty, list(User._fields), list(Admin._fields))
for f in (
    lambda: User(), lambda: User(name=5), lambda: User(name='x', zz=1),
    lambda: setattr(u, 'name', None), lambda: setattr(u, 'age', 'old'),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# expect: <User id=1, name='bob', age=5> <Admin id=1, name='root', age=None, level=9> 2 [<Admin id=1, name='root', age=None, level=9>] [<User id=1, name='bob', age=5>]
# expect: [<User id=1, name='bob', age=5>] (and (age > 3) (name == x))
# expect: dict_keys(['user', 'admin']) set()
# expect: {'age'} ['id', 'name', 'age'] ['id', 'name', 'age', 'level']
# expect: ValueError User.name required
# expect: TypeError name: expected str, got int
# expect: AttributeError no fields ['zz']
# expect: ValueError name may not be None
# expect: TypeError age: expected int, got str
