def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from typing import *
T = TypeVar('T', bound=int); U = TypeVar('U', int, str); P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
t(lambda: T)
t(lambda: T.__bound__)
t(lambda: U.__constraints__)
t(lambda: P)
t(lambda: Ts)
t(lambda: P.args)
t(lambda: List[int])
t(lambda: Dict[str, int])
t(lambda: Callable[[int], str])
t(lambda: Any)
t(lambda: Literal[1, 'a'])
t(lambda: Annotated[int, 'x'])
t(lambda: Annotated[int, 'x'].__metadata__)
t(lambda: Final[int])
t(lambda: ClassVar[int])
t(lambda: Callable[..., int])
t(lambda: Type[int])
t(lambda: Tuple[int, ...])
t(lambda: get_args(Callable[[int], str]))
t(lambda: get_origin(List[int]))
t(lambda: cast(int, 'a'))
t(lambda: NoReturn)
t(lambda: Self)
t(lambda: NewType('N', int)(5))
t(lambda: TYPE_CHECKING)
t(lambda: overload(lambda: 0).__name__ if 0 else 0)
t(lambda: final(int) if 0 else 0)
t(lambda: TypeVar('T', int))
t(lambda: TypeVar('T', int, bound=str))
t(lambda: List[int]())
t(lambda: Any())
t(lambda: Literal[1] == Literal[1])
t(lambda: Literal[1, 2] == Literal[2, 1])
t(lambda: Literal[1] == Literal[True])
t(lambda: isinstance(1, List))
t(lambda: Callable[int, str])
class N(NamedTuple):
    x: int
    y: str = 'd'
t(lambda: N(1))
t(lambda: N(1)._asdict())
t(lambda: N.__annotations__)
t(lambda: N._field_defaults)
class TD(TypedDict, total=False):
    a: Required[int]
    b: str
t(lambda: TD(a=1))
t(lambda: TD.__required_keys__)
t(lambda: TD.__optional_keys__)
t(lambda: TD.__total__)
t(lambda: TD.__annotations__)
@runtime_checkable
class Pr(Protocol):
    def quack(self): ...
class Du:
    def quack(self): pass
t(lambda: isinstance(Du(), Pr))
t(lambda: isinstance(1, Pr))
t(lambda: issubclass(Du, Pr))
t(lambda: Pr())
class G(Generic[T]): pass
t(lambda: G[int])
t(lambda: G.__parameters__)
t(lambda: G[int]().__class__.__name__)
t(lambda: G[int, str])

# expect: ~T
# expect: <class 'int'>
# expect: (<class 'int'>, <class 'str'>)
# expect: ~P
# expect: Ts
# expect: P.args
# expect: typing.List[int]
# expect: typing.Dict[str, int]
# expect: typing.Callable[[int], str]
# expect: typing.Any
# expect: typing.Literal[1, 'a']
# expect: typing.Annotated[int, 'x']
# expect: ('x',)
# expect: typing.Final[int]
# expect: typing.ClassVar[int]
# expect: typing.Callable[..., int]
# expect: typing.Type[int]
# expect: typing.Tuple[int, ...]
# expect: ([<class 'int'>], <class 'str'>)
# expect: <class 'list'>
# expect: 'a'
# expect: typing.NoReturn
# expect: typing.Self
# expect: 5
# expect: False
# expect: 0
# expect: 0
# expect: TypeError A single constraint is not allowed
# expect: TypeError A single constraint is not allowed
# expect: TypeError Type List cannot be instantiated; use list() instead
# expect: TypeError Any cannot be instantiated
# expect: True
# expect: True
# expect: False
# expect: False
# expect: typing.Callable[[int], str]
# expect: N(x=1, y='d')
# expect: {'x': 1, 'y': 'd'}
# expect: {'x': <class 'int'>, 'y': <class 'str'>}
# expect: {'y': 'd'}
# expect: {'a': 1}
# expect: frozenset({'a'})
# expect: frozenset({'b'})
# expect: False
# expect: {'a': typing.Required[int], 'b': <class 'str'>}
# expect: True
# expect: False
# expect: True
# expect: TypeError Protocols cannot be instantiated
# expect: __main__.G[int]
# expect: (~T,)
# expect: 'G'
# expect: TypeError Too many arguments for <class '__main__.G'>; actual 2, expected 1
