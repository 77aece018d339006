def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import types
Union = type(int | str)
t(lambda: Union[int, str])
t(lambda: Union[int, None])
t(lambda: types.UnionType is Union)
t(lambda: repr(int | str))
t(lambda: isinstance(int | str, Union))
t(lambda: Union[int, str] is Union)
t(lambda: Union[int, str] == int | str)
t(lambda: (int | str).__origin__)
t(lambda: Union[int])
# needs: 3.14
# expect: int | str
# expect: int | None
# expect: True
# expect: 'int | str'
# expect: True
# expect: False
# expect: True
# expect: <class 'typing.Union'>
# expect: <class 'int'>
