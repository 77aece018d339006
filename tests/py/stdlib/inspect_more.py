import inspect, functools
def f(a, b: int=1, /, c=2, *args: str, d, e: float=3.5, **kw) -> list:
    """Doc of f."""
    return locals()
s = inspect.signature(f)
print(s, list(s.parameters), s.return_annotation, s.parameters['b'].default, s.parameters['d'].kind)
print(s.parameters['args'].kind.description, s.parameters['a'].default is inspect._empty)
print(s.bind(1, d=2), s.bind(1, 2, 3, 4, d=5, z=6).arguments, s.bind_partial(1).args)
print(repr(s.parameters['b']), s.replace(return_annotation=int))
ba = s.bind(1, d=2)
ba.apply_defaults()
print(ba.arguments, ba.args, ba.kwargs)
for g in (
    lambda: s.bind(), lambda: s.bind(1), lambda: s.bind(1, d=1, a=2),
    lambda: s.bind(1, 2, 3, c=5, d=1), lambda: inspect.signature(5),
    lambda: inspect.Parameter('a', 9),
    lambda: inspect.Parameter('1a', inspect.Parameter.POSITIONAL_ONLY),
    lambda: inspect.Signature([
        inspect.Parameter('a', inspect.Parameter.KEYWORD_ONLY),
        inspect.Parameter('b', inspect.Parameter.POSITIONAL_ONLY),
    ]),
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
class C:
    """Class doc."""
    x = 1
    def __init__(self, q, w=2):
        pass
    def m(self, a):
        """m doc"""
    @classmethod
    def cm(cls, a):
        pass
    @staticmethod
    def sm(a):
        pass
    @property
    def p(self):
        pass
    def __call__(self, z):
        pass
class D(C):
    def m(self, a):
        pass
print(inspect.signature(C), inspect.signature(C(1).m), inspect.signature(C.cm))
print(inspect.signature(C.sm), inspect.signature(C(1)))
print(inspect.signature(functools.partial(f, 1, d=5)), inspect.signature(lambda x, *, y: 0))
print(inspect.signature(C.m), inspect.getdoc(D.m), inspect.getdoc(C))
print(inspect.cleandoc('  a\n    b\n  c'), inspect.isclass(C), inspect.isfunction(f))
print(inspect.ismethod(C(1).m), inspect.isbuiltin(len), inspect.ismodule(inspect))
print(inspect.isroutine(len), inspect.isabstract(C), inspect.isdatadescriptor(C.p))
print(inspect.ismethoddescriptor(str.upper), inspect.iscode(f.__code__))
print(inspect.isgeneratorfunction(f), inspect.iscoroutinefunction(f))
print([n for n, v in inspect.getmembers(C, inspect.isfunction)])
print([x[0] for x in inspect.getmembers(C(1)) if not x[0].startswith('_')])
print(inspect.getmro(D)[0].__name__, inspect.getmodule(C).__name__, inspect.getsource(C.m))
print(inspect.getsourcelines(D)[1], inspect.getfile(C) == __file__, inspect.getcomments(f))
print([(a.name, a.kind) for a in inspect.classify_class_attrs(C) if not a.name.startswith('_')])
print(inspect.getfullargspec(f), inspect.getclosurevars(f).nonlocals)
print(inspect.unwrap(functools.wraps(f)(lambda: 0)) is f)
print(inspect.getattr_static(C, 'p').__class__.__name__)
def outer():
    return (
        inspect.currentframe().f_code.co_name, inspect.stack()[0].function,
        inspect.stack()[1].function, inspect.getframeinfo(inspect.currentframe()).lineno,
    )
print(outer())
print(inspect.getsource(f)[:20])
print(inspect.formatannotation(int), inspect.formatannotation(list[int]), inspect.indentsize('   a'))
print(inspect.getargvalues(inspect.currentframe()).args)
try:
    inspect.getsource(len)
except TypeError as e:
    print(e)
print(inspect.signature(len), inspect.signature(print), inspect.signature(sorted))
print(inspect.signature(str.split), inspect.signature(dict.get) if 0 else '', f.__doc__, f.__name__)
print(f.__qualname__, C.m.__qualname__, f.__module__, f.__defaults__, f.__kwdefaults__)
print(f.__code__.co_varnames[:3], f.__code__.co_argcount, f.__code__.co_kwonlyargcount)
print(f.__code__.co_posonlyargcount, f.__code__.co_flags & 12)

# expect: (a, b: int = 1, /, c=2, *args: str, d, e: float = 3.5, **kw) -> list ['a', 'b', 'c', 'args', 'd', 'e', 'kw'] <class 'list'> 1 KEYWORD_ONLY
# expect: variadic positional True
# expect: <BoundArguments (a=1, d=2)> {'a': 1, 'b': 2, 'c': 3, 'args': (4,), 'd': 5, 'kw': {'z': 6}} (1,)
# expect: <Parameter "b: int = 1"> (a, b: int = 1, /, c=2, *args: str, d, e: float = 3.5, **kw) -> int
# expect: {'a': 1, 'b': 1, 'c': 2, 'args': (), 'd': 2, 'e': 3.5, 'kw': {}} (1, 1, 2) {'d': 2, 'e': 3.5}
# expect: TypeError missing a required argument: 'a'
# expect: TypeError missing a required argument: 'd'
# expect: <BoundArguments (a=1, d=1, kw={'a': 2})>
# expect: TypeError multiple values for argument 'c'
# expect: TypeError 5 is not a callable object
# expect: ValueError value 9 is not a valid Parameter.kind
# expect: ValueError '1a' is not a valid parameter name
# expect: ValueError wrong parameter order: keyword-only parameter before positional-only parameter
# expect: (q, w=2) (a) (a)
# expect: (a) (z)
# expect: (b: int = 1, /, c=2, *args: str, d=5, e: float = 3.5, **kw) -> list (x, *, y)
# expect: (self, a) m doc Class doc.
# expect: a
# expect:   b
# expect: c True True
# expect: True True True
# expect: True False True
# expect: True True
# expect: False False
# expect: ['__call__', '__init__', 'm', 'sm']
# expect: ['cm', 'm', 'p', 'sm', 'x']
# expect: D __main__     def m(self, a):
# expect:         """m doc"""
# expect:
# expect: 45 True None
# expect: [('cm', 'class method'), ('m', 'method'), ('p', 'property'), ('sm', 'static method'), ('x', 'data')]
# expect: FullArgSpec(args=['a', 'b', 'c'], varargs='args', varkw='kw', defaults=(1, 2), kwonlyargs=['d', 'e'], kwonlydefaults={'e': 3.5}, annotations={'return': <class 'list'>, 'b': <class 'int'>, 'args': <class 'str'>, 'e': <class 'float'>}) {}
# expect: True
# expect: property
# expect: ('outer', 'outer', '<module>', 68)
# expect: def f(a, b: int=1, /
# expect: int list[int] 3
# expect: []
# expect: module, class, method, function, traceback, frame, or code object was expected, got builtin_function_or_method
# expect: (obj, /) (*args, sep=' ', end='\n', file=None, flush=False) (iterable, /, *, key=None, reverse=False)
# expect: (self, /, sep=None, maxsplit=-1)  Doc of f. f
# expect: f C.m __main__ (1, 2) {'e': 3.5}
# expect: ('a', 'b', 'c') 3 2
# expect: 2 12
