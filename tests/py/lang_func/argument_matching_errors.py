class C:
    def m(self, a): pass
    def __init__(self, x): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls, a): pass
def t(f):
    try: f()
    except TypeError as e: print(e)
t(lambda: C())
t(lambda: C(1, 2))
t(lambda: C(1).m())
t(lambda: C(1).m(1, 2))
t(lambda: C(1).m(1, a=2))
t(lambda: C(1).m(b=2))
t(lambda: C.s())
t(lambda: C.c())
t(lambda: C.c(1, 2))
t(lambda: C.m(1))
t(lambda: (lambda: 0)(1))
t(lambda: (lambda a, b=1: 0)())
t(lambda: (lambda a, b=1: 0)(1, 2, 3))
t(lambda: (lambda *, a, b: 0)(1))
t(lambda: (lambda a, *, b=1: 0)(1, 2, b=3))
t(lambda: (lambda a, *, b, c: 0)(1, 2, b=3))
t(lambda: (lambda a, /: 0)(a=1))
t(lambda: (lambda a, b, c, /: 0)(1, b=1, c=2))
t(lambda: (lambda **k: 0)(1))
def outer():
    def inner(x): pass
    return inner
t(lambda: outer()())
class Base:
    def __init__(self): super().__init__(1)
t(lambda: Base())
class New:
    def __new__(cls, a): return object.__new__(cls, a)
t(lambda: New(1))
class Plain: pass
t(lambda: Plain(1))
t(lambda: Plain(a=1))

# expect: C.__init__() missing 1 required positional argument: 'x'
# expect: C.__init__() takes 2 positional arguments but 3 were given
# expect: C.m() missing 1 required positional argument: 'a'
# expect: C.m() takes 2 positional arguments but 3 were given
# expect: C.m() got multiple values for argument 'a'
# expect: C.m() got an unexpected keyword argument 'b'
# expect: C.s() missing 1 required positional argument: 'a'
# expect: C.c() missing 1 required positional argument: 'a'
# expect: C.c() takes 2 positional arguments but 3 were given
# expect: C.m() missing 1 required positional argument: 'a'
# expect: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
# expect: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'a'
# expect: <lambda>.<locals>.<lambda>() takes from 1 to 2 positional arguments but 3 were given
# expect: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
# expect: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
# expect: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
# expect: <lambda>.<locals>.<lambda>() got some positional-only arguments passed as keyword arguments: 'a'
# expect: <lambda>.<locals>.<lambda>() got some positional-only arguments passed as keyword arguments: 'b, c'
# expect: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
# expect: outer.<locals>.inner() missing 1 required positional argument: 'x'
# expect: object.__init__() takes exactly one argument (the instance to initialize)
# expect: object.__new__() takes exactly one argument (the type to instantiate)
# expect: Plain() takes no arguments
# expect: Plain() takes no arguments
