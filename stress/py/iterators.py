"""Iterators, generators and callables of the standard library that all threads advance, copy, call and reset."""
import contextvars
import functools
import itertools
import json
import operator
import random
import re

from torture import check, run

WORDS = "one two three four five six seven eight nine ten " * 4


def walks():
    items = [(n, str(n)) for n in range(40)]
    table = {n: n for n in range(40)}

    def steps():
        received = 0
        while received != "stop":
            try:
                received = yield received
            except KeyError:
                received = -1

    def nested():
        yield from steps()

    makers = [
        lambda: itertools.count(3), lambda: itertools.cycle(items), lambda: itertools.repeat(1, 50), lambda: itertools.accumulate(range(50)),
        lambda: itertools.chain(items, items), lambda: itertools.chain.from_iterable([items, items]), lambda: itertools.compress(items, [1, 0] * 20),
        lambda: itertools.dropwhile(lambda x: x[0] < 3, items), lambda: itertools.takewhile(lambda x: x[0] < 30, items), lambda: itertools.filterfalse(None, [0] * 40),
        lambda: itertools.islice(items, 2, 30, 2), lambda: itertools.starmap(operator.add, [(1, 2)] * 30), lambda: itertools.tee(items)[0],
        lambda: itertools.zip_longest(items, items[:5]), lambda: itertools.product(range(4), repeat=3), lambda: itertools.permutations(range(5), 3),
        lambda: itertools.combinations(range(8), 3), lambda: itertools.combinations_with_replacement(range(6), 3), lambda: itertools.pairwise(items),
        lambda: itertools.groupby(items, lambda x: x[0] // 5), lambda: itertools.batched(items, 3), lambda: enumerate(items), lambda: zip(items, items),
        lambda: map(str, items), lambda: filter(None, items), lambda: reversed(items), lambda: iter(table.items()), lambda: iter(range(50)),
        lambda: iter(range(1 << 70, (1 << 70) + 50)), lambda: iter(lambda: 1, 2), lambda: iter("ascii and ümläute" * 4), lambda: iter(b"bytes" * 9),
        lambda: re.finditer("[a-z]+", WORDS), lambda: iter(re.compile("(t)[a-z]+").scanner(WORDS).search, None), lambda: iter(tuple(items)),
        lambda: iter(bytearray(50)), lambda: (x for x in items), lambda: steps(), lambda: nested(), lambda: iter(set(items)),
    ]
    live = [make() for make in makers]
    tee = itertools.tee(iter(range(400)), 3)

    def step(rng):
        n = rng.randrange(len(live))
        try:
            for _ in range(rng.randrange(5)):
                value = next(live[n])
                if type(value) is tuple and len(value) == 2 and n == 31:
                    check(type(value[0]) is int)
                elif hasattr(value, "__next__"):
                    list(value)
        except StopIteration:
            live[n] = makers[n]()

    def hint(rng):
        operator.length_hint(live[rng.randrange(len(live))])

    def send(rng):
        live[37].send(rng.randrange(9)), live[38].send(3)

    def throw(rng):
        live[37 + rng.randrange(2)].throw(KeyError("thrown"))

    def close(rng):
        if rng.random() < 0.1:
            n = 36 + rng.randrange(3)
            live[n].close()
            live[n] = makers[n]()

    def copies(rng):
        a, b = itertools.tee(tee[rng.randrange(3)])
        next(tee[rng.randrange(3)], None), next(a, None), next(b, None)
        live[20].__class__, live[37].gi_running, live[37].gi_yieldfrom, live[38].gi_frame

    def states(rng):
        live[25].__setstate__(3), live[27].__setstate__(2)

    return [step, step, step, step, hint, send, throw, close, copies, states]


def callables():
    @functools.lru_cache(maxsize=8)
    def some(x):
        return [x]

    @functools.lru_cache(maxsize=None)
    def every(x, *, y=1):
        return x

    class Cell:
        def __init__(self):
            self._value = 1

        @property
        def value(self):
            return self._value

        @value.setter
        def value(self, to):
            self._value = to

        @value.deleter
        def value(self):
            del self._value

        @functools.cached_property
        def slow(self):
            return [self]

        @functools.singledispatchmethod
        def kind(self, x):
            return object

        @kind.register
        def _(self, x: int):
            return int

    cell = Cell()
    part = [functools.partial(max, 1)]
    get = operator.attrgetter("value", "slow")
    item = operator.itemgetter(0, 1)
    call = operator.methodcaller("kind", 3)
    key = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
    variable = contextvars.ContextVar("variable", default=0)
    context = contextvars.copy_context()
    numbers = random.Random(3)
    pattern = re.compile(r"(?P<first>\w)(\w*)")
    matches = [pattern.match("words")]
    encoder = json.JSONEncoder(indent=1, sort_keys=True)
    decoder = json.JSONDecoder()
    tree = {"a": [1, 2, {"b": None}], "c": "text"}

    def cache(rng):
        x = rng.randrange(12)
        check(some(x) == [x] and every(x, y=2) == x)
        some.cache_info(), rng.random() < 0.05 and some.cache_clear(), rng.random() < 0.05 and every.cache_clear()

    def set_property(rng):
        if rng.random() < 0.1:
            del cell.value
        cell.value = rng.randrange(9)
        check(type(cell.value) is int)

    def property_of_class(rng):
        if rng.random() < 0.1:
            Cell.value = Cell.__dict__["value"].setter(lambda self, to: setattr(self, "_value", int(to)))
        Cell.__dict__["value"].fset, Cell.__dict__["value"].__doc__

    def partials(rng):
        p = part[0]
        check(p(0) == 1 and p.args[0] == 1)
        if rng.random() < 0.1:
            p.__setstate__((max, (1,), {}, {"x": 1}))
            p.y = 3
        functools.partial(p, 3)(2), repr(p), p.__reduce__(), p.__dict__

    def in_context(rng):
        def change():
            token = variable.set(rng.randrange(9))
            variable.get()
            variable.reset(token)

        contextvars.copy_context().run(change)
        context.run(variable.set, 3)
        check(context.get(variable, 0) in (0, 3))
        len(context), list(context.items()), context.copy()

    def randoms(rng):
        check(0 <= numbers.random() < 1 and 0 <= numbers.randrange(10) < 10)
        numbers.getrandbits(100), numbers.shuffle(list(range(9))), numbers.gauss(0, 1)
        if rng.random() < 0.2:
            numbers.setstate(numbers.getstate())
        if rng.random() < 0.2:
            numbers.seed(rng.randrange(99))

    def matched(rng):
        m = matches[0]
        m.groups(), m.groupdict(), m.span("first"), m.expand(r"\2\1"), m.regs, repr(m), m[1]
        matches[0] = pattern.search("other words", rng.randrange(3))
        pattern.sub(lambda m: m[2], "some more words"), pattern.split("a b"), re.compile(f"a{rng.randrange(600)}")

    def coded(rng):
        check(decoder.decode(encoder.encode(tree)).keys() == {"a", "c"})
        tree["c"] = rng.randrange(9)
        "".join(encoder.iterencode(tree))

    def keys(rng):
        sorted([3, 1, 2], key=key)
        check(item([5, 6]) == (5, 6) and call(cell) is int)
        get(cell), rng.random() < 0.1 and cell.__dict__.pop("slow", None)

    return [cache, cache, set_property, set_property, property_of_class, partials, in_context, randoms, matched, coded, keys]


kinds = [walks, callables]
turn = iter(range(1 << 60))
run(lambda: kinds[next(turn) % 2](), (ValueError, RuntimeError, KeyError, StopIteration, AttributeError, TypeError), batch=200)
