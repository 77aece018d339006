class Typed:
    def __init__(self, t, default=None): self.t, self.default = t, default
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, o, t=None):
        if o is None: return self
        return getattr(o, self.name, self.default)
    def __set__(self, o, v):
        if not isinstance(v, self.t): raise TypeError(f'{self.name[1:]} must be {self.t.__name__}, not {type(v).__name__}')
        setattr(o, self.name, v)
class Pos(Typed):
    def __set__(self, o, v):
        super().__set__(o, v)
        if v <= 0: raise ValueError(f'{self.name[1:]} must be positive')
class Item:
    name = Typed(str, 'anon'); qty = Pos(int)
    def __init__(self, n, q): self.name, self.qty = n, q
i = Item('x', 3); print(i.name, i.qty, vars(i))
for f in [lambda: Item(1, 1), lambda: Item('a', -1), lambda: Item('a', 'b')]:
    try: f()
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(Item.qty.name, Item.__new__(Item).name)
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, o, t):
        print('computing'); v = o.__dict__[self.f.__name__] = self.f(o); return v
class R:
    @Lazy
    def val(self): return 42
r = R(); print(r.val, r.val)

# expect: x 3 {'_name': 'x', '_qty': 3}
# expect: TypeError name must be str, not int
# expect: ValueError qty must be positive
# expect: TypeError qty must be int, not str
# expect: _qty anon
# expect: computing
# expect: 42 42
