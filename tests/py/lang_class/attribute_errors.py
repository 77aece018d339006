def t(f):
    try:
        print('ok', f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
import math, os
class A:
    __slots__ = ('x',)
class P:
    @property
    def p(self):
        return 1
    @property
    def q(self):
        raise AttributeError('inner')
    @property
    def r(self):
        raise KeyError('k')
class G:
    def __getattr__(self, n):
        raise AttributeError(f'no {n}!')
class D:
    foo = 1
t(lambda: A().x)
t(lambda: A().y)
t(lambda: A.zz)
t(lambda: D().fooo)
t(lambda: D.fooo)
t(lambda: P().q)
t(lambda: P().r)
t(lambda: G().abc)
t(lambda: math.foo)
t(lambda: math.sqr)
t(lambda: os.pth)
t(lambda: 1 .foo)
t(lambda: 'a'.foo)
t(lambda: [].add(1))
t(lambda: {}.has_key(1))
t(lambda: None.x)
t(lambda: (lambda: 0).x)
t(lambda: len.x)
t(lambda: int.x)
t(lambda: type.x)
t(lambda: Ellipsis.x)
t(lambda: NotImplemented.x)
t(lambda: (x for x in []).x)
t(lambda: super(D, D()).foo)
t(lambda: ().append(1))
t(lambda: 'a'.append(1))
t(lambda: range(3).x)
t(lambda: b''.x)
t(lambda: 1.5.x)
t(lambda: 1j.x)
t(lambda: True .x)
t(lambda: set().append(1))
t(lambda: frozenset().add(1))
t(lambda: slice(1).x)
t(lambda: ValueError('a').message)
t(lambda: iter([]).next())
t(lambda: object().x)
t(lambda: [].append.x)
t(lambda: D().__foo__)
def s(o, n, v=1):
    def g():
        setattr(o, n, v)
    t(g)
def d(o, n):
    def g():
        delattr(o, n)
    t(g)
s(A(), 'y')
s(P(), 'p')
s(1, 'x')
s('a', 'x')
s([], 'x')
s(None, 'x')
s(object(), 'x')
s(int, 'x')
s(len, 'x')
s(D(), '__class__')
s(D, '__name__', 5)
s(D, '__bases__', ())
s(D, '__dict__')
s(lambda: 0, '__code__', 5)
s(lambda: 0, '__defaults__', 5)
s(lambda: 0, '__kwdefaults__', 5)
s(lambda: 0, '__name__', 5)
s(lambda: 0, '__dict__', 5)
s(D(), '__dict__', 5)
s(1j, 'real')
s(slice(1), 'start')
s(range(1), 'start')
s([].append, 'x')
s(D().__init__, 'x')
s(type, 'x')
s(ValueError(), 'args', 5)
s(ValueError(), '__cause__', 5)
s(ValueError(), '__context__', 5)
s(ValueError(), '__traceback__', 5)
s((x for x in []), 'x')
s(P, 'p', 3)
s(True, 'real')
s(D(), 5)
d(A(), 'x')
d(A(), 'y')
d(P(), 'p')
d(1, 'real')
d(1, 'x')
d(D(), 'foo')
d(D(), 'bar')
d(D, 'bar')
d(D, '__name__')
d(D, '__module__')
d(lambda: 0, '__name__')
d(lambda: 0, '__code__')
d(int, 'real')
d(ValueError(), 'args')
d(D(), '__class__')
d(math, 'zzz')
d(D(), '__dict__')
d(len, '__name__')

# expect: AttributeError: 'A' object has no attribute 'x'
# expect: AttributeError: 'A' object has no attribute 'y'
# expect: AttributeError: type object 'A' has no attribute 'zz'
# expect: AttributeError: 'D' object has no attribute 'fooo'
# expect: AttributeError: type object 'D' has no attribute 'fooo'
# expect: AttributeError: inner
# expect: KeyError: 'k'
# expect: AttributeError: no abc!
# expect: AttributeError: module 'math' has no attribute 'foo'
# expect: AttributeError: module 'math' has no attribute 'sqr'
# expect: AttributeError: module 'os' has no attribute 'pth'
# expect: AttributeError: 'int' object has no attribute 'foo'
# expect: AttributeError: 'str' object has no attribute 'foo'
# expect: AttributeError: 'list' object has no attribute 'add'
# expect: AttributeError: 'dict' object has no attribute 'has_key'
# expect: AttributeError: 'NoneType' object has no attribute 'x'
# expect: AttributeError: 'function' object has no attribute 'x'
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'x'
# expect: AttributeError: type object 'int' has no attribute 'x'
# expect: AttributeError: type object 'type' has no attribute 'x'
# expect: AttributeError: 'ellipsis' object has no attribute 'x'
# expect: AttributeError: 'NotImplementedType' object has no attribute 'x'
# expect: AttributeError: 'generator' object has no attribute 'x'
# expect: AttributeError: 'super' object has no attribute 'foo'
# expect: AttributeError: 'tuple' object has no attribute 'append'
# expect: AttributeError: 'str' object has no attribute 'append'
# expect: AttributeError: 'range' object has no attribute 'x'
# expect: AttributeError: 'bytes' object has no attribute 'x'
# expect: AttributeError: 'float' object has no attribute 'x'
# expect: AttributeError: 'complex' object has no attribute 'x'
# expect: AttributeError: 'bool' object has no attribute 'x'
# expect: AttributeError: 'set' object has no attribute 'append'
# expect: AttributeError: 'frozenset' object has no attribute 'add'
# expect: AttributeError: 'slice' object has no attribute 'x'
# expect: AttributeError: 'ValueError' object has no attribute 'message'
# expect: AttributeError: 'list_iterator' object has no attribute 'next'
# expect: AttributeError: 'object' object has no attribute 'x'
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'x'
# expect: AttributeError: 'D' object has no attribute '__foo__'
# expect: AttributeError: 'A' object has no attribute 'y' and no __dict__ for setting new attributes
# expect: AttributeError: property 'p' of 'P' object has no setter
# expect: AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError: 'str' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError: 'list' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError: 'NoneType' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError: cannot set 'x' attribute of immutable type 'int'
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError: __class__ must be set to a class, not 'int' object
# expect: TypeError: can only assign string to D.__name__, not 'int'
# expect: TypeError: can only assign non-empty tuple to D.__bases__, not ()
# expect: AttributeError: attribute '__dict__' of 'type' objects is not writable
# expect: TypeError: __code__ must be set to a code object
# expect: TypeError: __defaults__ must be set to a tuple object
# expect: TypeError: __kwdefaults__ must be set to a dict object
# expect: TypeError: __name__ must be set to a string object
# expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
# expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
# expect: AttributeError: readonly attribute
# expect: AttributeError: readonly attribute
# expect: AttributeError: readonly attribute
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError: 'method-wrapper' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError: cannot set 'x' attribute of immutable type 'type'
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: exception cause must be None or derive from BaseException
# expect: TypeError: exception context must be None or derive from BaseException
# expect: TypeError: __traceback__ must be a traceback or None
# expect: AttributeError: 'generator' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: ok None
# expect: AttributeError: attribute 'real' of 'int' objects is not writable
# expect: TypeError: attribute name must be string, not 'int'
# expect: AttributeError: x
# expect: AttributeError: 'A' object has no attribute 'y' and no __dict__ for setting new attributes
# expect: AttributeError: 'P' object has no attribute 'p'
# expect: AttributeError: attribute 'real' of 'int' objects is not writable
# expect: AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError: 'D' object has no attribute 'foo'
# expect: AttributeError: 'D' object has no attribute 'bar'
# expect: AttributeError: type object 'D' has no attribute 'bar'
# expect: TypeError: cannot delete '__name__' attribute of immutable type 'D'
# expect: TypeError: cannot delete '__module__' attribute of immutable type 'D'
# expect: TypeError: __name__ must be set to a string object
# expect: TypeError: __code__ must be set to a code object
# expect: TypeError: cannot set 'real' attribute of immutable type 'int'
# expect: TypeError: args may not be deleted
# expect: TypeError: can't delete __class__ attribute
# expect: AttributeError: 'module' object has no attribute 'zzz'
# expect: ok None
# expect: AttributeError: attribute '__name__' of 'builtin_function_or_method' objects is not writable
