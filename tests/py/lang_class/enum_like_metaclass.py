class EnumMeta(type):
    def __new__(m, name, bases, ns):
        vals = {k: v for k, v in ns.items() if not k.startswith('_') and not callable(v)}
        for k in vals: ns.pop(k)
        cls = super().__new__(m, name, bases, ns)
        cls._members = {}
        for k, v in vals.items():
            o = object.__new__(cls); o.name, o.value = k, v
            cls._members[k] = o; type.__setattr__(cls, k, o)
        return cls
    def __iter__(cls): return iter(cls._members.values())
    def __getitem__(cls, k): return cls._members[k]
    def __call__(cls, v):
        for m in cls:
            if m.value == v: return m
        raise ValueError(f'{v!r} is not a valid {cls.__name__}')
    def __setattr__(cls, k, v):
        if not k.startswith('_'): raise AttributeError(f'cannot reassign {k}')
        super().__setattr__(k, v)
    def __len__(cls): return len(cls._members)
class Enum(metaclass=EnumMeta):
    def __repr__(self): return f'<{type(self).__name__}.{self.name}>'
class Color(Enum):
    RED = 1; BLUE = 2
    def hot(self): return self is Color.RED
print(list(Color), Color['RED'], Color(2), len(Color), Color.RED.hot(), Color.BLUE.value)
try: Color(9)
except ValueError as e: print(e)
try: Color.RED = 5
except AttributeError as e: print(e)

# expect: [<Color.RED>, <Color.BLUE>] <Color.RED> <Color.BLUE> 2 True 2
# expect: 9 is not a valid Color
# expect: cannot reassign RED
