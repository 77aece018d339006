def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: int | str)
t(lambda: int | None)
t(lambda: (int | str).__args__)
t(lambda: int | int)
t(lambda: int | str == str | int)
t(lambda: isinstance(1, int | str))
t(lambda: isinstance(None, int | None))
t(lambda: issubclass(bool, int | str))
t(lambda: list[int] | None)
t(lambda: hash(int | str) == hash(str | int))
t(lambda: (int | str) | float)
t(lambda: int | (str | bytes))
t(lambda: 1 | int)
t(lambda: int | 1)
t(lambda: int | 'str' if 0 else 0)
t(lambda: isinstance(1, list[int] | int))
t(lambda: issubclass(1, int | str))
from typing import Union, Optional, get_args, get_origin
t(lambda: Union[int])
t(lambda: get_args(int | str))
t(lambda: get_args(list[int]))
t(lambda: get_origin(list[int]))
t(lambda: Optional[int] == (int | None))
t(lambda: Union[int, str] == (int | str))
t(lambda: get_args(dict[str, list[int]]))

# expect: int | str
# expect: int | None
# expect: (<class 'int'>, <class 'str'>)
# expect: <class 'int'>
# expect: True
# expect: True
# expect: True
# expect: True
# expect: list[int] | None
# expect: True
# expect: int | str | float
# expect: int | str | bytes
# expect: TypeError unsupported operand type(s) for |: 'int' and 'type'
# expect: TypeError unsupported operand type(s) for |: 'type' and 'int'
# expect: 0
# expect: TypeError isinstance() argument 2 cannot be a parameterized generic
# expect: TypeError issubclass() arg 1 must be a class
# expect: <class 'int'>
# expect: (<class 'int'>, <class 'str'>)
# expect: (<class 'int'>,)
# expect: <class 'list'>
# expect: True
# expect: True
# expect: (<class 'str'>, list[int])
