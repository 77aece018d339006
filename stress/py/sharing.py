"""Objects handed from thread to thread through shared containers until the last holder drops them: none may be lost or
die early. Each object carries a mark that its death removes."""
import threading

from torture import check, run, threads


class Marked:
    __slots__ = ("mark", "__weakref__")
    live = set()

    def __init__(self):
        self.mark = object()
        Marked.live.add(id(self.mark))

    def __del__(self):
        Marked.live.discard(id(self.mark))


def make():
    slots = [Marked() for _ in range(16)]
    table = {n: Marked() for n in range(16)}
    nest = [[Marked()] for _ in range(4)]

    def alive(x):
        check(id(x.mark) in Marked.live)
        return x

    def move(rng):
        slots[rng.randrange(16)] = alive(slots[rng.randrange(16)])

    def fresh(rng):
        slots[rng.randrange(16)] = Marked()

    def across(rng):
        table[rng.randrange(16)] = alive(slots[rng.randrange(16)])
        slots[rng.randrange(16)] = alive(table[rng.randrange(16)])

    def replace(rng):
        nest[rng.randrange(4)] = [alive(x) for x in slots[:4]]

    def read(rng):
        for x in nest[rng.randrange(4)]:
            alive(x)

    def args(rng):
        (lambda *a, **k: [alive(x) for x in a])(*slots[:5], y=slots[0])

    def closure(rng):
        x = slots[rng.randrange(16)]
        slots[rng.randrange(16)] = (lambda: alive(x))()

    def thread(rng):
        if rng.randrange(50) == 0:
            t = threading.Thread(target=lambda x: slots.__setitem__(0, alive(x)), args=(Marked(),))
            t.start()
            t.join()

    def exchange(rng):
        i, j = rng.randrange(16), rng.randrange(16)
        slots[i], slots[j] = slots[j], slots[i]

    return [move, move, fresh, across, replace, read, read, args, closure, thread, exchange, lambda rng: tuple(slots), lambda rng: [*slots, *table.values()]]


run(make)
