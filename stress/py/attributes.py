"""Attributes set, deleted and read; __dict__ and __class__ replaced; class attributes, bases and slots changed meanwhile."""
from torture import check, run


def make():
    class Base:
        shared = 1

        def method(self):
            return self.shared

        @property
        def computed(self):
            return self.shared

    class A(Base):
        def __init__(self):
            self.a, self.b = 1, 2

        def method(self):
            return super().method()

    class B(Base):
        def __getattr__(self, name):
            if name.startswith("__"):
                raise AttributeError(name)
            return 3

    class Other(Base):
        pass

    class S:
        __slots__ = ("x", "y", "__weakref__")

    class Data:
        def __get__(self, instance, owner):
            return 4

        def __set__(self, instance, value):
            pass

    things = [A(), A(), B(), A()]
    slotted = [S(), S()]

    def one(rng):
        return things[rng.randrange(4)]

    def name(rng):
        return "abcdefgh"[rng.randrange(8)]

    def fresh(rng):
        things[rng.randrange(4)] = (A, B)[rng.randrange(2)]()

    def replace(rng):
        one(rng).__dict__ = {name(rng): 1, "b": 3}

    def grow(rng):
        x = one(rng)
        for i in range(30):
            setattr(x, "n%d" % i, i)

    def each(rng):
        for key, value in list(one(rng).__dict__.items()):
            check(type(key) is str and type(value) is int)

    def descriptor(rng):
        A.e = Data()

    def bases(rng):
        A.__bases__ = (Other,) if rng.randrange(2) else (Base,)

    def hooks(rng):
        if rng.randrange(2):
            A.__getattribute__ = lambda self, key: object.__getattribute__(self, key)
        else:
            del A.__getattribute__

    def operators(rng):
        if rng.randrange(2):
            A.__add__ = lambda self, other: 5
            A.__len__ = lambda self: 5
            A.__eq__ = lambda self, other: True
            A.__hash__ = lambda self: 1
        else:
            del A.__add__, A.__len__, A.__eq__, A.__hash__

    def slots(rng):
        s = slotted[rng.randrange(2)]
        s.x = [rng.randrange(9)]
        check(type(s.x) is list)
        if rng.randrange(2):
            del s.x

    def subclass(rng):
        class C(A):
            extra = rng.randrange(9)

            def method(self):
                return super().method()

        c = C()
        c.method()
        if rng.randrange(4) == 0:
            things[rng.randrange(4)] = c
        C.__subclasses__(), A.__subclasses__(), C.__mro__

    return [
        fresh, replace, grow, each, descriptor, bases, hooks, operators, slots, slots, subclass,
        lambda rng: setattr(one(rng), name(rng), 1), lambda rng: setattr(one(rng), name(rng), 2),
        lambda rng: delattr(one(rng), name(rng)), lambda rng: check(type(getattr(one(rng), name(rng))) is int),
        lambda rng: one(rng).method(), lambda rng: one(rng).computed, lambda rng: one(rng).a,
        lambda rng: setattr(Base, "shared", rng.randrange(9)), lambda rng: setattr(A, name(rng), rng.randrange(9)),
        lambda rng: delattr(A, name(rng)), lambda rng: setattr(one(rng), "__class__", (A, B, Other)[rng.randrange(3)]),
        lambda rng: setattr(Base, "method", lambda self: 7), lambda rng: isinstance(one(rng), Base),
        lambda rng: vars(one(rng)).update(c=9), lambda rng: vars(one(rng)).pop("c"), lambda rng: dir(one(rng)),
        lambda rng: one(rng) + 1, lambda rng: len(one(rng)), lambda rng: one(rng) == 1, lambda rng: hash(one(rng)),
        lambda rng: repr(one(rng)), lambda rng: vars(A), lambda rng: list(vars(A)), lambda rng: A.mro(),
        lambda rng: setattr(A, "__name__", "A%d" % rng.randrange(9)), lambda rng: (A.__name__, A.__qualname__, A.__doc__),
    ]


run(make, (AttributeError, TypeError, KeyError, RuntimeError, AssertionError))
