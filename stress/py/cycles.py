"""Cycles built, moved, shared and dropped between threads while a thread collects without a pause. What can be reached must be
alive and whole, whatever the collector believes meanwhile; what was let go must go."""
import gc
import weakref

from torture import check, run


class Node:
    def __init__(self):
        self.mark = [1]
        self.next = self
        self.other = None


class Loud(Node):
    def __del__(self):
        check(self.mark == [1])
        self.mark = None


class Risen(Node):
    def __del__(self):
        risen.append(self)
        if len(risen) > 20:
            del risen[:]


risen = []


def make():
    kinds = (Node, Node, Loud, Risen)
    roots = [Node() for _ in range(8)]
    table = {}
    refs = []

    def alive(x):
        check(type(x) in kinds and x.mark == [1] and type(x.next) in kinds)
        return x

    def one(rng):
        return roots[rng.randrange(8)]

    def ring(rng):
        first = last = kinds[rng.randrange(4)]()
        for _ in range(rng.randrange(6)):
            node = kinds[rng.randrange(4)]()
            last.next = node
            last = node
        last.next = first
        if rng.randrange(2):
            roots[rng.randrange(8)] = first

    def walk(rng):
        x = one(rng)
        for _ in range(6):
            x = alive(x.next)

    def swap(rng):
        x, y = one(rng), one(rng)
        x.next, y.next = y.next, x.next

    def move(rng):
        # The only reference goes from a field to a local, to another field: no count ever changes from the collector's view.
        x, y = one(rng), one(rng)
        box = [x.other]
        x.other = None
        y.other = moved = box.pop()
        if moved is not None:
            alive(moved)

    def attach(rng):
        one(rng).other = kinds[rng.randrange(4)]()

    def pop(rng):
        table[rng.randrange(8)] = one(rng)
        x = table.pop(rng.randrange(8), None)
        if x is not None:
            one(rng).other = alive(x)

    def weak(rng):
        refs.append(weakref.ref(one(rng)))
        if len(refs) > 30:
            del refs[:20]

    def upgrade(rng):
        if refs:
            x = refs[rng.randrange(len(refs))]()
            if x is not None and type(x) is Node:
                alive(x)
                roots[rng.randrange(8)] = x

    def closure(rng):
        def f():
            return g, one

        def g():
            return f

        if rng.randrange(3) == 0:
            table[rng.randrange(8)] = Node()
            table[rng.randrange(8)].f = f

    def generator(rng):
        def numbers(keep):
            try:
                yield keep
                yield generator
            finally:
                check(type(keep) in kinds)

        g = numbers(one(rng))
        alive(next(g))
        node = Node()
        node.generator = g
        node.other = node
        if rng.randrange(2):
            one(rng).other = node

    def resume(rng):
        x = one(rng).other
        if x is not None:
            next(x.generator)

    def error(rng):
        try:
            raise ValueError(one(rng))
        except ValueError as e:
            one(rng).error = e

    def drop(rng):
        roots[rng.randrange(8)] = Node()

    def copy(rng):
        for x in roots[:]:
            alive(x)

    return [ring, ring, walk, walk, swap, move, move, attach, pop, weak, upgrade, closure, generator, resume, error, drop, copy]


def collect(ended):
    while not ended():
        gc.collect()


run(make, (AttributeError, KeyError, IndexError, StopIteration, ValueError), extra=(collect,))
for _ in range(100):   # what rises holds others that rise when it dies
    del risen[:]
    gc.collect()
    left = sum(isinstance(x, Node) for x in gc.get_objects())
    if not left:
        break
check(not left, left)
