# Cycles that die young go soon and without a full collection, whatever they are made of; what is alive stays whole.
import gc
import threading
import weakref


class Node:
    def __init__(self, n):
        self.n = [n]
        self.me = self


class Slotted:
    __slots__ = "n", "me"

    def __init__(self, n):
        self.n = [n]
        self.me = self


def instances():
    for i in range(40000):
        Node(i)


def slotted():
    for i in range(40000):
        Slotted(i)


def lists():
    for i in range(40000):
        a = []
        a.append([a])


def dicts():
    for i in range(40000):
        d = {}
        d["d"] = (d,)


def closures():
    def one():
        def f():
            return f

    for i in range(40000):
        one()


def generators():
    def numbers(box):
        yield box

    for i in range(20000):
        box = []
        box.append(numbers(box))
        next(box[0])


def methods():
    for i in range(20000):
        x = Node(i)
        x.method = x.__init__


# A build that collects at every chance has done so by now.
stressed = gc.get_stats()[2]["collections"] > 0


def measure(make):
    gc.collect()
    alive = [Node(i) for i in range(100)]
    old = len(gc.get_objects())
    before = gc.get_stats()
    make()
    after = gc.get_stats()
    left = len(gc.get_objects()) - old
    whole = all(x.me is x and x.n == [i] for i, x in enumerate(alive))
    without_full = stressed or after[2]["collections"] == before[2]["collections"]
    return left < 100000 and after[0]["collected"] > before[0]["collected"], without_full, whole


instances()   # who has made no cycles for long is looked at now and then only
for make in instances, slotted, lists, dicts, closures, methods:
    print(make.__name__, *measure(make))
# expect: instances True True True
# expect: slotted True True True
# expect: lists True True True
# expect: dicts True True True
# expect: closures True True True
# expect: methods True True True
generators()


def in_thread():
    result.append(measure(instances))


for _ in range(3):
    result = []
    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    print(*result[0])
# expect: True True True
# expect: True True True
# expect: True True True

# What has weak references or a finalizer is left to full collections, and goes in their order.
died = []


class Loud(Node):
    def __del__(self):
        died.append(self.n[0])


refs = [weakref.ref(Node(i)) for i in range(5)]
for i in range(5):
    Loud(i)
gc.collect()
print([r() for r in refs], sorted(died))
# expect: [None, None, None, None, None] [0, 1, 2, 3, 4]
