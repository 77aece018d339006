def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import functools
def deco(f):
    @functools.wraps(f)
    def w(*a): "wrapper doc"; return f(*a)
    return w
@deco
def g(x: int) -> str: "g doc"; return x
g.attr = 1
t(lambda: g.__name__)
t(lambda: g.__doc__)
t(lambda: g.__wrapped__(1))
t(lambda: g.__module__)
t(lambda: g.__qualname__)
t(lambda: functools.WRAPPER_ASSIGNMENTS[:3])
t(lambda: functools.WRAPPER_UPDATES)
def h(): pass
t(lambda: functools.update_wrapper(h, len).__name__)
t(lambda: h.__doc__ == len.__doc__)
t(lambda: functools.update_wrapper(lambda: 0, functools.partial(int)).__class__.__name__)

# expect: 'g'
# expect: 'g doc'
# expect: 1
# expect: '__main__'
# expect: 'g'
# expect: ('__module__', '__name__', '__qualname__')
# expect: ('__dict__',)
# expect: 'len'
# expect: True
# expect: 'function'
