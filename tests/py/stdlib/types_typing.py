import types, typing, collections.abc as abc
from typing import *
print(types.SimpleNamespace(a=1, b=[2]), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
print(types.MappingProxyType({'a': 1}), types.FunctionType)
print(types.new_class('X', (int,), {}, lambda ns: ns.update(q=1)).q, types.resolve_bases((int,)))
print(types.prepare_class('a')[1], type(types.DynamicClassAttribute).__name__, types.CodeType)
print(types.ModuleType('m', 'd').__doc__, types.NoneType, types.EllipsisType)
print(types.coroutine.__name__, types.get_original_bases if 0 else '')
print(types.MethodType(lambda s: s, 5)())
for g in (
    lambda: types.MappingProxyType({})['a'], lambda: types.MappingProxyType({}).__setitem__,
    lambda: types.MappingProxyType(5), lambda: types.FunctionType(), lambda: types.ModuleType(),
    lambda: types.MethodType(5, 1), lambda: types.MethodType(len, None),
    lambda: types.CellType(1).cell_contents, lambda: types.CellType().cell_contents,
    lambda: types.GeneratorType(), lambda: types.FrameType(),
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
print(list[int], dict[str, list[int]], tuple[int, ...], type[int], list[int].__origin__)
print(list[int].__args__, list[int]([1]), isinstance([], list), list[int] == list[int])
print(hash(list[int]) == hash(list[int]), int | str, int | None, (int | str).__args__)
print(isinstance(1, int | str), issubclass(bool, int | str), int | str == str | int, Optional[int])
print(Union[int, str, int], Union[int], Callable[[int], str], abc.Callable[[int], str])
print(Callable[..., int], Literal[1, 'a'], Any, NoReturn, ClassVar[int], Final[int])
print(Annotated[int, 'm'], TypeVar('T'), List[int], Dict[str, int], Tuple[()], tuple[()])
print(Type['X'], Generic, Iterable[int], Concatenate, ForwardRef('x'), TypeVar('T', bound=int))
print(ParamSpec('P'), NewType('N', int)(5), NewType('N', int))
for g in (
    lambda: isinstance([], list[int]), lambda: list[int](), lambda: int | 5, lambda: Union[5],
    lambda: Optional[int, str], lambda: Literal[[]], lambda: Generic[int], lambda: List[int]()[0:],
    lambda: isinstance(1, List[int]), lambda: Any(), lambda: Callable[int],
    lambda: type('A', (Any,), {}), lambda: TypeVar('T', int), lambda: Annotated[int],
    lambda: cast(int, 'x'), lambda: list[int][str], lambda: issubclass(int, Union[int, str]),
    lambda: Dict[int], lambda: ClassVar[1], lambda: Tuple[int][str],
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
T = TypeVar('T')
K = TypeVar('K')
class St(Generic[T]):
    def push(self, x: T) -> 'St[T]':
        return self
class Pr(Generic[T, K]):
    pass
print(St[int], St[int]().push(1).__class__.__name__, St.__parameters__, St[int].__origin__ is St)
print(Pr[int, str], Pr[int, T], Pr[T, K][int, str], St.__orig_bases__, St[int]().__orig_class__)
print(dict[T, int][str], get_args(Dict[int, str]), get_origin(Dict[int, str]))
print(get_args(Callable[[int], str]), get_origin(int), get_type_hints(St.push, localns={'St': St}))
def h(a: int, b: 'str'=None, *c: 'List[int]') -> Optional['int']:
    pass
print(get_type_hints(h))
class TD(TypedDict):
    a: int
    b: NotRequired[str]
print(TD(a=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__, TD.__annotations__['a'])
class NT(NamedTuple):
    x: int
    y: str = 'd'
    def m(self):
        return self.x
print(NT(1), NT(1).m(), NT._field_defaults, NT.__annotations__)
@runtime_checkable
class Proto(Protocol):
    name: str
    def go(self) -> int:
        ...
class Impl:
    name = 'n'
    def go(self):
        return 1
class Non:
    pass
print(isinstance(Impl(), Proto), isinstance(Non(), Proto))
for g in (lambda: Proto(), lambda: TD.x, lambda: NT(), lambda: isinstance(1, TD)):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
@overload
def ov(a: int) -> int:
    ...
@overload
def ov(a: str) -> str:
    ...
def ov(a):
    return a
print(ov(1), len(get_overloads(ov)), TYPE_CHECKING, final(lambda: 0).__final__, no_type_check(h) is h)
print(assert_type(1, int), reveal_type.__name__, Self, Never, LiteralString, is_typeddict(TD))
print(Required[int])
try:
    assert_never(1)
except AssertionError as e:
    print(e)

# expect: namespace(a=1, b=[2]) True
# expect: {'a': 1} <class 'function'>
# expect: 1 (<class 'int'>,)
# expect: {} type <class 'code'>
# expect: d <class 'NoneType'> <class 'ellipsis'>
# expect: coroutine 
# expect: 5
# expect: KeyError 'a'
# expect: AttributeError 'mappingproxy' object has no attribute '__setitem__'
# expect: TypeError mappingproxy() argument must be a mapping, not int
# expect: TypeError function() missing required argument 'code' (pos 1)
# expect: TypeError module() missing required argument 'name' (pos 1)
# expect: TypeError first argument must be callable
# expect: TypeError instance must not be None
# expect: 1
# expect: ValueError Cell is empty
# expect: TypeError cannot create 'generator' instances
# expect: TypeError cannot create 'frame' instances
# expect: list[int] dict[str, list[int]] tuple[int, ...] type[int] <class 'list'>
# expect: (<class 'int'>,) [1] True True
# expect: True int | str int | None (<class 'int'>, <class 'str'>)
# expect: True True True typing.Optional[int]
# expect: typing.Union[int, str] <class 'int'> typing.Callable[[int], str] collections.abc.Callable[[int], str]
# expect: typing.Callable[..., int] typing.Literal[1, 'a'] typing.Any typing.NoReturn typing.ClassVar[int] typing.Final[int]
# expect: typing.Annotated[int, 'm'] ~T typing.List[int] typing.Dict[str, int] typing.Tuple[()] tuple[()]
# expect: typing.Type[ForwardRef('X')] <class 'typing.Generic'> typing.Iterable[int] typing.Concatenate ForwardRef('x') ~T
# expect: ~P 5 __main__.N
# expect: TypeError isinstance() argument 2 cannot be a parameterized generic
# expect: []
# expect: TypeError unsupported operand type(s) for |: 'type' and 'int'
# expect: 5
# expect: TypeError typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>).
# expect: typing.Literal[[]]
# expect: TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.
# expect: TypeError Type List cannot be instantiated; use list() instead
# expect: TypeError Subscripted generics cannot be used with class and instance checks
# expect: TypeError Any cannot be instantiated
# expect: TypeError Callable must be used as Callable[[arg, ...], result].
# expect: <class '__main__.A'>
# expect: TypeError A single constraint is not allowed
# expect: TypeError Annotated[...] should be used with at least two arguments (a type and an annotation).
# expect: x
# expect: TypeError list[int] is not a generic class
# expect: True
# expect: TypeError Too few arguments for typing.Dict; actual 1, expected 2
# expect: typing.ClassVar[1]
# expect: TypeError typing.Tuple[int] is not a generic class
# expect: __main__.St[int] St (~T,) True
# expect: __main__.Pr[int, str] __main__.Pr[int, ~T] __main__.Pr[int, str] (typing.Generic[~T],) __main__.St[int]
# expect: dict[str, int] (<class 'int'>, <class 'str'>) <class 'dict'>
# expect: ([<class 'int'>], <class 'str'>) None {'x': ~T, 'return': __main__.St[~T]}
# expect: {'a': <class 'int'>, 'b': <class 'str'>, 'c': typing.List[int], 'return': typing.Optional[int]}
# expect: {'a': 1} frozenset({'a'}) frozenset({'b'}) True <class 'int'>
# expect: NT(x=1, y='d') 1 {'y': 'd'} {'x': <class 'int'>, 'y': <class 'str'>}
# expect: True False
# expect: TypeError Protocols cannot be instantiated
# expect: AttributeError type object 'TD' has no attribute 'x'
# expect: TypeError NT.__new__() missing 1 required positional argument: 'x'
# expect: TypeError TypedDict does not support instance and class checks
# expect: 1 2 False True True
# expect: 1 reveal_type typing.Self typing.Never typing.LiteralString True
# expect: typing.Required[int]
# expect: Expected code to be unreachable, but got: 1
# lib: -3.13
