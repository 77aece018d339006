def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: list[int])
t(lambda: dict[str, int])
t(lambda: tuple[int, ...])
t(lambda: tuple[()])
t(lambda: set[frozenset[int]])
t(lambda: type[int])
t(lambda: list[int]([1]))
t(lambda: list[int].__origin__)
t(lambda: list[int].__args__)
t(lambda: list[int] == list[int])
t(lambda: list[int] != list[str])
t(lambda: hash(list[int]) == hash(list[int]))
t(lambda: list[int].append)
t(lambda: list[list[int]].__parameters__)
t(lambda: callable(list[int]))
t(lambda: list['X'])
t(lambda: dict[str, int](a=1))
t(lambda: issubclass(list, list))
t(lambda: list[int].__class__)
t(lambda: list[int].__mro_entries__(()) if 0 else 0)
t(lambda: list[int] is list[int])
t(lambda: isinstance([], list[int]))
t(lambda: int[str])
t(lambda: list[int].nope)
t(lambda: list[int][str])
from typing import TypeVar
T = TypeVar('T')
t(lambda: list[T][int])
t(lambda: dict[T, T][str])
t(lambda: list[T].__parameters__)
t(lambda: tuple[T, ...][int])
t(lambda: dict[str, T][int])
t(lambda: list[T][int, str])
import collections, re
t(lambda: collections.deque[int])
t(lambda: re.Pattern[str])
t(lambda: collections.OrderedDict[str, int])
t(lambda: type(list[int]).__name__)

# expect: list[int]
# expect: dict[str, int]
# expect: tuple[int, ...]
# expect: tuple[()]
# expect: set[frozenset[int]]
# expect: type[int]
# expect: [1]
# expect: <class 'list'>
# expect: (<class 'int'>,)
# expect: True
# expect: True
# expect: True
# expect: <method 'append' of 'list' objects>
# expect: ()
# expect: True
# expect: list['X']
# expect: {'a': 1}
# expect: True
# expect: <class 'types.GenericAlias'>
# expect: 0
# expect: False
# expect: TypeError isinstance() argument 2 cannot be a parameterized generic
# expect: TypeError type 'int' is not subscriptable
# expect: AttributeError type object 'list' has no attribute 'nope'
# expect: TypeError list[int] is not a generic class
# expect: list[int]
# expect: dict[str, str]
# expect: (~T,)
# expect: tuple[int, ...]
# expect: dict[str, int]
# expect: TypeError Too many arguments for list[~T]; actual 2, expected 1
# expect: collections.deque[int]
# expect: re.Pattern[str]
# expect: collections.OrderedDict[str, int]
# expect: 'GenericAlias'
