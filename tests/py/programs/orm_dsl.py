class Field:
    n = 0
    def __init__(self, type_, **kw): self.type_, self.kw = type_, kw; self.order = Field.n; Field.n += 1
    def __set_name__(self, o, n): self.name = n
    def __get__(self, i, o): return self if i is None else i._data.get(self.name, self.kw.get("default"))
    def __set__(self, i, v):
        if not isinstance(v, self.type_): raise TypeError(f"{type(i).__name__}.{self.name} wants {self.type_.__name__} not {v!r}")
        i._data[self.name] = v
    def __eq__(self, o): return Expr(self, "==", o)
    def __gt__(self, o): return Expr(self, ">", o)
    def __lt__(self, o): return Expr(self, "<", o)
    __hash__ = object.__hash__
class Expr:
    def __init__(self, l, op, r): self.l, self.op, self.r = l, op, r
    def __and__(self, o): return Expr(self, "and", o)
    def __or__(self, o): return Expr(self, "or", o)
    def __invert__(self): return Expr(None, "not", self)
    def sql(self):
        f = lambda x: x.sql() if isinstance(x, Expr) else x.name if isinstance(x, Field) else repr(x)
        return f"not {f(self.r)}" if self.l is None else f"({f(self.l)} {self.op} {f(self.r)})"
    def test(self, o):
        g = lambda x: x.test(o) if isinstance(x, Expr) else x.__get__(o, type(o)) if isinstance(x, Field) else x
        match self.op:
            case "and": return g(self.l) and g(self.r)
            case "or": return g(self.l) or g(self.r)
            case "not": return not g(self.r)
            case "==": return g(self.l) == g(self.r)
            case ">": return g(self.l) > g(self.r)
            case "<": return g(self.l) < g(self.r)
class Model:
    def __init_subclass__(cls): cls.rows = []; cls.fields = sorted((f for f in vars(cls).values() if isinstance(f, Field)), key=lambda f: f.order)
    def __init__(self, **kw):
        self._data = {}
        for k, v in kw.items():
            if k not in {f.name for f in self.fields}: raise AttributeError(f"no field {k!r}")
            setattr(self, k, v)
    def save(self): type(self).rows.append(self); return self
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in self.fields)})"
    @classmethod
    def where(cls, e): print("SELECT", ", ".join(f.name for f in cls.fields), "FROM", cls.__name__.lower(), "WHERE", e.sql()); return [r for r in cls.rows if e.test(r)]
class User(Model): name = Field(str); age = Field(int, default=18); email = Field(str, default=None)
User(name="a", age=30).save(); User(name="b").save(); User(name="c", age=50, email="c@x").save()
print(User.where((User.age > 20) & ~(User.name == "c") | (User.name == "b")))
for kw in ({"name": 5}, {"nope": 1}):
    try: User(**kw)
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class HTML:
    def __init__(self, tag=None): self.tag = tag; self.parts = []
    def __getattr__(self, tag): return lambda *c, **a: f"<{tag}{''.join(f' {k.rstrip(chr(95))}="{v}"' for k, v in a.items())}>{''.join(map(str, c))}</{tag}>"
h = HTML(); print(h.div(h.p("hi", class_="x"), h.a("link", href="#"), id=3))
class Pipe:
    def __init__(self, f): self.f = f
    def __ror__(self, x): return self.f(x)
    def __call__(self, *a, **k): return Pipe(lambda x: self.f(x, *a, **k))
@Pipe
def where(it, pred): return filter(pred, it)
@Pipe
def select(it, f): return map(f, it)
tolist = Pipe(list); print(range(10) | where(lambda x: x % 2) | select(lambda x: x * x) | tolist)

# expect: SELECT name, age, email FROM user WHERE (((age > 20) and not (name == 'c')) or (name == 'b'))
# expect: [User(name='a', age=30, email=None), User(name='b', age=18, email=None)]
# expect: TypeError User.name wants str not 5
# expect: AttributeError no field 'nope'
# expect: <div id="3"><p class="x">hi</p><a href="#">link</a></div>
# expect: [1, 9, 25, 49, 81]
