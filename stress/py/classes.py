"""Classes made, changed and thrown away; abstract base classes, caches of subclass checks, enums, dataclasses."""
import abc
import collections.abc
import dataclasses
import enum
import functools
import typing

from torture import check, run


def make():
    class Meta(type):
        def __call__(cls, *args):
            return super().__call__(*args)

    class Root(metaclass=Meta):
        def go(self):
            return 1

    class Abstract(abc.ABC):
        @classmethod
        def __subclasshook__(cls, other):
            return "quack" in vars(other) or NotImplemented

    classes = [Root]

    def define(rng):
        base = classes[rng.randrange(len(classes))]
        new = type(base)("C%d" % rng.randrange(9), (base,), {"x": rng.randrange(9), "go": lambda self: self.x})
        check(new().go() == new.x or True)
        if len(classes) < 12:
            classes.append(new)
        else:
            del classes[1:]

    def change(rng):
        classes[rng.randrange(len(classes))].x = rng.randrange(9)

    def call(rng):
        classes[rng.randrange(len(classes))]().go()

    def data(rng):
        @dataclasses.dataclass(order=True)
        class Point:
            x: int
            y: int = 2

        check(Point(1) < Point(2) and Point(1) == Point(1, 2))

    def colours(rng):
        class Colour(enum.Enum):
            RED = 1
            BLUE = 2

        check(Colour(1) is Colour.RED and Colour["BLUE"].value == 2)

    def register(rng):
        class Duck:
            pass

        check(not isinstance(Duck(), Abstract))
        Abstract.register(Duck)
        check(isinstance(Duck(), Abstract))

    def generic(rng):
        T = typing.TypeVar("T")

        class Box(typing.Generic[T]):
            pass

        Box[int], Box[str]()

    @functools.lru_cache(maxsize=5)
    def cached(n):
        return [n]

    @functools.singledispatch
    def dispatch(x):
        return "object"

    dispatch.register(int, lambda x: "int")

    def check_kinds(rng):
        for kind in (list, dict, classes[-1], int):
            isinstance(kind, collections.abc.Hashable), issubclass(kind, collections.abc.Iterable), issubclass(kind, Abstract)

    return [
        define, define, change, call, call, register, check_kinds,
        lambda rng: rng.randrange(9) == 0 and data(rng), lambda rng: rng.randrange(9) == 0 and colours(rng),
        lambda rng: rng.randrange(3) == 0 and generic(rng), lambda rng: check(cached(rng.randrange(9)) is not None), lambda rng: cached.cache_info(),
        lambda rng: rng.randrange(9) == 0 and cached.cache_clear(), lambda rng: check(dispatch(1) == "int" and dispatch("") == "object"),
        lambda rng: classes[rng.randrange(len(classes))].__subclasses__(), lambda rng: classes[-1].__mro__, lambda rng: repr(classes[-1]),
        lambda rng: setattr(classes[-1], "__init_subclass__", classmethod(lambda cls, **k: None)), lambda rng: delattr(classes[-1], "__init_subclass__"),
    ]


run(make, (AttributeError, TypeError, IndexError), batch=50)
