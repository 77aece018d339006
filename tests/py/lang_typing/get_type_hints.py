def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import typing
class C:
    a: int
    b: 'str' = 'x'
    c: typing.Optional['C'] = None
    def m(self, x: 'int', *y: float, **z: 'C') -> 'list[C]': ...
t(lambda: typing.get_type_hints(C)['a'])
t(lambda: typing.get_type_hints(C)['b'])
t(lambda: sorted(typing.get_type_hints(C.m)))
t(lambda: typing.get_type_hints(C.m)['return'])
t(lambda: typing.get_type_hints(C.m)['x'])
def bad(x: 'Undefined'): pass
t(lambda: typing.get_type_hints(bad))
def ann(x: typing.Annotated[int, 'meta']): pass
t(lambda: typing.get_type_hints(ann))
t(lambda: typing.get_type_hints(ann, include_extras=True))
t(lambda: typing.get_type_hints(5))

# expect: <class 'int'>
# expect: <class 'str'>
# expect: ['return', 'x', 'y', 'z']
# expect: list[__main__.C]
# expect: <class 'int'>
# expect: NameError name 'Undefined' is not defined
# expect: {'x': <class 'int'>}
# expect: {'x': typing.Annotated[int, 'meta']}
# expect: TypeError 5 is not a module, class, method, or function.
# lib: -3.13
