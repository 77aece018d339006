# What gc lets a program ask for: thresholds, freezing, debugging flags, counts and statistics.
import gc
import os
import sys


class Node:
    pass


def cycle():
    x = Node()
    x.me = x


def cycles(n):
    for _ in range(n):
        cycle()


print(gc.get_threshold(), [type(n).__name__ for n in gc.get_count()])
# expect: (2000, 10, 0) ['int', 'int', 'int']

gc.collect()
gc.freeze()
print(gc.get_freeze_count() > 1000, len(gc.get_objects()) < 100)
# expect: True True
cycle()
print(gc.collect())
# expect: 1
frozen = Node()
frozen.me = frozen
gc.freeze()
del frozen
print(gc.collect())
# expect: 0
gc.unfreeze()
print(gc.get_freeze_count(), len(gc.get_objects()) > 1000, gc.collect())
# expect: 0 True 1


def on_stderr(f):
    sys.stderr.flush()
    saved, (r, w) = os.dup(2), os.pipe()
    os.dup2(w, 2)
    f()
    os.dup2(saved, 2)
    os.close(w)
    with open(r) as pipe:
        return pipe.read()


def show():
    gc.set_debug(gc.DEBUG_STATS | gc.DEBUG_COLLECTABLE | gc.DEBUG_SAVEALL)
    cycle()
    gc.collect()
    gc.set_debug(0)


lines = on_stderr(show).splitlines()
print(lines[0], "|", lines[2].split(" 0x")[0], "|", lines[-1].split(", 0.")[0])
# expect: gc: collecting generation 2... | gc: collectable <Node | gc: done, 1 unreachable, 0 uncollectable
print([type(x).__name__ for x in gc.garbage], gc.garbage[0].me is gc.garbage[0])
# expect: ['Node'] True
del gc.garbage[:]
print(gc.collect(), gc.get_debug())
# expect: 1 0

gc.set_threshold(0)
before = gc.get_stats()
cycles(60000)
print([a["collections"] == b["collections"] for a, b in zip(before, gc.get_stats())], gc.isenabled(), gc.get_threshold())
# expect: [True, True, True] True (0, 10, 0)
print(gc.collect())
# expect: 60000
gc.set_threshold(1000, 5)
cycles(60000)
young, _, full = gc.get_stats()
print(young["collections"] - before[0]["collections"] > 10, young["collected"] > 50000, gc.get_threshold())
# expect: True True (1000, 5, 0)
print(sorted(full), full["longest_holdup"] >= 0, full["duration"] > 0)
# expect: ['aborted', 'candidates', 'collected', 'collections', 'duration', 'longest_holdup', 'uncollectable'] True True

generations = []
gc.callbacks.append(lambda phase, info: generations.append((phase, info["generation"])))
gc.collect()
gc.callbacks.clear()
print(generations)
# expect: [('start', 2), ('stop', 2)]
for wrong in (lambda: gc.set_threshold(), lambda: gc.set_threshold("1"), lambda: gc.collect(7), lambda: gc.get_objects(generation=3)):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError gc.set_threshold requires 1 to 3 arguments
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError invalid generation
# expect: ValueError generation parameter must be less than the number of available generations (3)
