import inspect
def f(a, b: int = 1, /, c='x', *args, d, e: str = 'y', **kw) -> bool: ...
print(inspect.signature(f))
print([(p.name, str(p.kind), p.default is p.empty) for p in inspect.signature(f).parameters.values()])
class C:
    def __init__(self, x, y=2): pass
    def m(self, q): pass
    @classmethod
    def c(cls, z): pass
    @staticmethod
    def s(w): pass
    def __call__(self, k): pass
for o in (C, C.m, C(1).m, C.c, C.s, C(1), lambda *a, **k: 0): print(inspect.signature(o))
b = inspect.signature(f).bind(1, 2, 3, 4, d=5, z=6)
print(b.args, b.kwargs, b.arguments)
try: inspect.signature(f).bind()
except TypeError as e: print(e)
b = inspect.signature(f).bind(1, d=2); b.apply_defaults(); print(b.arguments)
print(inspect.getdoc(lambda: 0), inspect.isfunction(f), inspect.ismethod(C(1).m), inspect.isbuiltin(len), inspect.isclass(C))

# expect: (a, b: int = 1, /, c='x', *args, d, e: str = 'y', **kw) -> bool
# expect: [('a', 'POSITIONAL_ONLY', True), ('b', 'POSITIONAL_ONLY', False), ('c', 'POSITIONAL_OR_KEYWORD', False), ('args', 'VAR_POSITIONAL', True), ('d', 'KEYWORD_ONLY', True), ('e', 'KEYWORD_ONLY', False), ('kw', 'VAR_KEYWORD', True)]
# expect: (x, y=2)
# expect: (self, q)
# expect: (q)
# expect: (z)
# expect: (w)
# expect: (k)
# expect: (*a, **k)
# expect: (1, 2, 3, 4) {'d': 5, 'z': 6} {'a': 1, 'b': 2, 'c': 3, 'args': (4,), 'd': 5, 'kw': {'z': 6}}
# expect: missing a required argument: 'a'
# expect: {'a': 1, 'b': 1, 'c': 'x', 'args': (), 'd': 2, 'e': 'y', 'kw': {}}
# expect: None True True True True
