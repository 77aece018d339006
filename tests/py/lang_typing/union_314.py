def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from typing import Union, Optional
import types
t(lambda: Union[int, str])
t(lambda: Optional[int])
t(lambda: type(int | str))
t(lambda: types.UnionType is Union)
t(lambda: repr(int | str))
t(lambda: isinstance(int | str, Union))
t(lambda: Union[int, str] is Union)
t(lambda: (int | str).__origin__)
# needs: 3.14
# expect: int | str
# expect: int | None
# expect: <class 'typing.Union'>
# expect: True
# expect: 'int | str'
# expect: True
# expect: False
# expect: <class 'typing.Union'>
