"""Cycles that threads make for themselves by the thousand, some handed to others or named by the table of containers while they
are looked through: what a thread can still reach must be alive and whole, what it cannot must go without a full collection."""
import gc
import threading
import weakref

from torture import check, run


class Node:
    def __init__(self, mark):
        self.mark = [mark]
        self.next = self


class Slotted:
    __slots__ = "mark", "next", "__weakref__"

    def __init__(self, mark):
        self.mark = [mark]
        self.next = self


class Loud(Node):
    def __del__(self):
        check(len(self.mark) == 1)
        self.mark = None


class Mine(threading.local):
    def __init__(self):
        self.kept = {}


def make():
    mine = Mine()
    shared = [None] * 16
    piles = [None] * 3
    kinds = (Node, Slotted, Loud, Node, Slotted)

    def whole(x, mark):
        check(type(x) in kinds and x.mark == [mark], x, mark)
        first, steps = x, 0
        while steps < 50:
            x = x.next
            check(type(x) in kinds and len(x.mark) == 1)
            steps += 1
            if x is first:
                break

    def ring(kind, mark, n):
        first = last = kind(mark)
        for i in range(n):
            node = kind(i)
            last.next = node
            last = node
        last.next = first
        return first

    def waste(rng):
        kind = kinds[rng.randrange(len(kinds))]
        for i in range(40):
            ring(kind, i, rng.randrange(8))

    def keep(rng):
        mark = rng.randrange(1000)
        mine.kept[rng.randrange(20)] = mark, ring(kinds[rng.randrange(len(kinds))], mark, 5)

    def look(rng):
        for mark, x in mine.kept.values():
            whole(x, mark)

    def drop(rng):
        mine.kept.pop(rng.randrange(20), None)

    def give(rng):
        shared[rng.randrange(16)] = mine.kept.get(rng.randrange(20))

    def lend(rng):
        # The other threads borrow what this one goes on using as its own.
        mark, x = mine.kept.get(rng.randrange(20), (0, None))
        if x is not None:
            shared[rng.randrange(16)] = mark, x
            waste(rng)
            whole(x, mark)

    def take(rng):
        got = shared[rng.randrange(16)]
        if got is not None:
            whole(got[1], got[0])
            waste(rng)
            whole(got[1], got[0])
            if rng.randrange(2):
                mine.kept[rng.randrange(20)] = got

    def pile(rng):
        # Places in the table of containers wander from thread to thread.
        piles[rng.randrange(3)] = [[i] for i in range(rng.randrange(6000))]
        mark = rng.randrange(1000)
        mine.kept[rng.randrange(20)] = mark, ring(kinds[rng.randrange(len(kinds))], mark, 5)

    def containers(rng):
        for i in range(40):
            a, b, c = [i], {}, (i, [])
            a.append(b)
            b["a"], b["c"] = a, c
            c[1].append(a)

    def functions(rng):
        def outer(n):
            def f():
                return g, n

            def g():
                return f

            return f

        for i in range(40):
            outer(i)
        f = outer(7)
        waste(rng)
        check(f()[1] == 7 and f()[0]() is f)

    def generators(rng):
        def numbers(box):
            yield box
            yield len(box)

        for i in range(30):
            box = [i]
            box.append(numbers(box))
            check(next(box[1]) is box)
        waste(rng)
        check(next(box[1]) == 2)

    def weak(rng):
        x = ring(Node, 3, 3)
        ref = weakref.ref(x.next)
        waste(rng)
        check(ref() is x.next)

    def methods(rng):
        for i in range(30):
            x = Node(i)
            x.method = x.__init__
            x.next = None
        waste(rng)
        x.method(i)
        whole(x, i)

    def errors(rng):
        for i in range(20):
            try:
                raise KeyError(i)
            except KeyError as e:
                kept = e
                e.mine = [e]
        check(kept.args == (i,) and kept.mine[0] is kept)

    return [waste, waste, keep, look, drop, give, lend, take, pile, containers, functions, generators, weak, methods, errors]


def names(ended):
    """Takes references to everybody's containers, and lets them go."""
    while not ended():
        for x in gc.get_objects():
            if type(x) is Node:
                getattr(x, "mark", None)   # or is not there yet
        gc.get_referrers(Node)


def collect(ended):
    while not ended():
        gc.collect()
        ended()


run(make, extra=(names, collect))
for _ in range(3):
    gc.collect()
left = sum(type(x) in (Node, Slotted, Loud) for x in gc.get_objects())
check(not left, left)
