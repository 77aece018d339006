def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

type A = int | str
type L[T] = list[T]
type R = dict[str, R]
type Lazy = undefined_name
t(lambda: A)
t(lambda: A.__value__)
t(lambda: A.__name__)
t(lambda: type(A).__name__)
t(lambda: L[int])
t(lambda: L[int].__origin__)
t(lambda: L.__type_params__)
t(lambda: L.__value__)
t(lambda: R.__value__)
t(lambda: L[int].__args__)
t(lambda: A.__type_params__)
t(lambda: isinstance(A, type(L)))
t(lambda: Lazy.__value__)
t(lambda: isinstance(1, A))
t(lambda: A())
t(lambda: L[int]())
t(lambda: A | None)
class C:
    type In = list[C]
t(lambda: C.In.__value__)
t(lambda: C.In.__name__)
from typing import TypeAliasType
t(lambda: TypeAliasType('X', int).__value__)
t(lambda: TypeAliasType('Y', list))
try: A.__value__ = 5
except AttributeError as e: print(e)

# expect: A
# expect: int | str
# expect: 'A'
# expect: 'TypeAliasType'
# expect: L[int]
# expect: L
# expect: (T,)
# expect: list[T]
# expect: dict[str, R]
# expect: (<class 'int'>,)
# expect: ()
# expect: True
# expect: NameError name 'undefined_name' is not defined
# expect: TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError 'typing.TypeAliasType' object is not callable
# expect: TypeError 'typing.TypeAliasType' object is not callable
# expect: A | None
# expect: list[__main__.C]
# expect: 'In'
# expect: <class 'int'>
# expect: Y
# expect: attribute '__value__' of 'typing.TypeAliasType' objects is not writable
