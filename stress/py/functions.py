"""Functions, cells, generators, coroutines, exceptions and frames shared between threads."""
import sys

from torture import check, run


def make():
    def counter():
        n = 0

        def step():
            nonlocal n
            n += 1
            return n

        return step

    def numbers():
        n = 0
        while True:
            got = yield n
            n = got if got is not None else n + 1

    def nested():
        try:
            yield from numbers()
        except ValueError:
            yield -1
        finally:
            sys.getrefcount(None) if hasattr(sys, "getrefcount") else None

    def f(a, b=2, *c, d=4, **e):
        return a

    def g(a, b=3, *c, d=5, **e):
        return b

    async def coroutine():
        return 1

    async def agen():
        yield 1

    step = counter()
    shared = [numbers(), nested(), iter(range(10)), (x for x in range(100)), enumerate(range(50)), zip("ab", "cd"), map(str, range(99))]
    error = ValueError("shared")
    coroutines = [coroutine(), coroutine()]

    def fresh(rng):
        shared[rng.randrange(2)] = (numbers, nested)[rng.randrange(2)]()
        coroutines[rng.randrange(2)] = coroutine()

    def await_(rng):
        try:
            coroutines[rng.randrange(2)].send(None)
        except StopIteration as stop:
            check(stop.value == 1)

    def throw(rng):
        shared[rng.randrange(2)].throw(ValueError("thrown"))

    def raise_(rng):
        try:
            raise error
        except ValueError as e:
            check(e is error)
            e.__context__, e.__cause__, e.__traceback__
            if rng.randrange(3) == 0:
                e.__traceback__ = None

    def chain(rng):
        try:
            try:
                raise KeyError(1)
            except KeyError:
                raise error from None
        except ValueError as e:
            t = e.__traceback__
            while t is not None:
                t.tb_lineno, t.tb_frame.f_lineno, t.tb_frame.f_code.co_name
                t = t.tb_next
            e.__traceback__ = None
            e.__context__ = None

    def walk(rng):
        frame = shared[rng.randrange(2)].gi_frame
        if frame is not None:
            frame.f_lineno, frame.f_locals, frame.f_back

    def defaults(rng):
        f.__defaults__ = (rng.randrange(9),) if rng.randrange(2) else None
        f.__kwdefaults__ = {"d": 9}

    def cell(rng):
        c = step.__closure__[0]
        c.cell_contents = rng.randrange(1000)
        check(type(c.cell_contents) is int)

    def deep(n):
        return deep(n - 1) + 1 if n else 0

    def frames(rng):
        for frame in sys._current_frames().values():
            frame.f_code.co_name

    return [
        fresh, await_, throw, raise_, chain, walk, defaults, cell,
        lambda rng: step(), lambda rng: next(shared[rng.randrange(len(shared))]), lambda rng: next(shared[rng.randrange(len(shared))]),
        lambda rng: shared[rng.randrange(2)].send(rng.randrange(5)), lambda rng: rng.randrange(20) == 0 and shared[rng.randrange(2)].close(),
        lambda rng: f(1), lambda rng: f(1, 2, 3, d=1, x=2), lambda rng: f(*[1, 2], **{"z": 1}), lambda rng: g(b=1, a=2),
        lambda rng: setattr(f, "__code__", (f, g)[rng.randrange(2)].__code__), lambda rng: setattr(f, "attr%d" % rng.randrange(5), 1),
        lambda rng: delattr(f, "attr%d" % rng.randrange(5)), lambda rng: f.__dict__.copy(), lambda rng: setattr(f, "__name__", "f"),
        lambda rng: check(deep(rng.randrange(50)) >= 0), lambda rng: error.add_note("x") if len(getattr(error, "__notes__", ())) < 9 else error.__notes__.clear(),
        lambda rng: setattr(error, "args", (rng.randrange(9),)), lambda rng: repr(error), lambda rng: list(shared[rng.randrange(2, len(shared))]),
        frames,
    ]


run(make, (ValueError, StopIteration, TypeError, RuntimeError, AttributeError, IndexError))
