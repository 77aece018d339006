def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import functools, collections.abc
@functools.singledispatch
def f(x): return 'object'
@f.register
def _(x: int): return 'int'
@f.register(list)
@f.register(tuple)
def _(x): return 'seq'
@f.register
def _(x: str | bytes): return 'text'
@f.register(collections.abc.Mapping)
def _(x): return 'mapping'
f.register(type(None), lambda x: 'none')
t(lambda: f(1))
t(lambda: f(True))
t(lambda: f([]))
t(lambda: f(()))
t(lambda: f('a'))
t(lambda: f(b''))
t(lambda: f({}))
t(lambda: f(None))
t(lambda: f(1.5))
t(lambda: f.dispatch(bool)(1))
t(lambda: f.dispatch(set)(1))
t(lambda: len(f.registry))
t(lambda: f())
t(lambda: f.register(5))
class C:
    @functools.singledispatchmethod
    def m(s, x): return 'base'
    @m.register
    def _(s, x: int): return 'int'
    @functools.singledispatchmethod
    @classmethod
    def c(cls, x): return cls.__name__
    @c.register
    @classmethod
    def _(cls, x: str): return 'str ' + cls.__name__
t(lambda: C().m(1))
t(lambda: C().m('a'))
t(lambda: C.c(1))
t(lambda: C.c('x'))

# expect: 'int'
# expect: 'int'
# expect: 'seq'
# expect: 'seq'
# expect: 'text'
# expect: 'text'
# expect: 'mapping'
# expect: 'none'
# expect: 'object'
# expect: 'int'
# expect: 'object'
# expect: 8
# expect: TypeError f requires at least 1 positional argument
# expect: TypeError Invalid first argument to `register()`: 5. Use either `@register(some_class)` or plain `@register` on an annotated function.
# expect: 'int'
# expect: 'base'
# expect: 'C'
# expect: 'str C'
