"""How the same work on every thread scales, case by case.

usage: scaling.py [-j THREADS] [-t SECONDS] [-n ROUNDS] [CASE...]

Each case is a step which one thread repeats, then every one of the threads, each as often. "scale" is the time of
one thread x threads / the time of the threads: THREADS where they do not disturb each other, and below 1 where one
thread alone would have been faster. "cpu" is the same by the processor time of the threads, which other programs on
the machine disturb less: 1.0 when a step costs a thread no more because others run it too; the two columns before are
that time, for one thread and for one of many. "writes" is how often a step writes to memory that the threads share, by
Skein's design. All cases are gone through ROUNDS times, and the best times of each count: what else happens on the machine
lasts for seconds. Runs on any Python 3.
"""
import _thread
import sys
import time

REPEATS = 5


class Point:
    kind = "point"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x * self.x + self.y * self.y

    def nothing(self):
        pass


class Tree:
    def __init__(self, depth):
        self.left = Tree(depth - 1) if depth else None
        self.right = Tree(depth - 1) if depth else None


class Refused(Exception):
    pass


def add(a, b):
    return a + b


def make_adder(n):
    held = [n]

    def adder(x):
        return x + held[0]
    return adder


POINT = Point(3, 4)
POINTS = tuple(Point(i, i + 1) for i in range(64))
NUMBERS = list(range(64))
NAMES = ["name%d" % i for i in range(64)]
TABLE = {name: Point(i, i) for i, name in enumerate(NAMES)}
LISTS = [[i, str(i)] for i in range(64)]
MEMBERS = set(NAMES)
ADDER = make_adder(7)
NORM = POINT.norm
NESTED = {"a": {"b": {"c": POINT}}}
TREE = Tree(6)
GLOBAL = 5


def private_arithmetic(n):
    total = 0
    for i in range(n):
        total = (total * 3 + i) & 0xFFFF
    return total


def private_lists(n):
    for i in range(n):
        part = [i, i + 1]
        part.append(part)
        part.pop()


def private_dicts(n):
    for i in range(n):
        d = {"a": i}
        d["b"] = d["a"]


def private_strings(n):
    for i in range(n):
        text = "%d-%d" % (i, n)
        text.upper()


def shared_function(n):
    for i in range(n):
        add(i, 1)


def shared_method(n):
    for _ in range(n):
        POINT.norm()


def shared_bound_method(n):
    for _ in range(n):
        NORM()


def shared_attributes(n):
    for _ in range(n):
        POINT.x + POINT.y


def class_attributes(n):
    for _ in range(n):
        Point.kind
        POINT.kind


def shared_list_index(n):
    for i in range(n):
        LISTS[i & 63]


def shared_list_loop(n):
    for _ in range(n >> 6):
        for _ in LISTS:
            pass


def shared_dict(n):
    for i in range(n):
        TABLE[NAMES[i & 63]]


def shared_dict_get(n):
    for i in range(n):
        TABLE.get("name7")


def shared_nested_dict(n):
    for _ in range(n):
        NESTED["a"]["b"]["c"].x


def shared_set(n):
    for _ in range(n):
        "name7" in MEMBERS


def shared_tuple(n):
    for i in range(n):
        POINTS[i & 63].x


def shared_tree(n):
    def walk(node):
        if node is None:
            return 0
        return 1 + walk(node.left) + walk(node.right)
    for _ in range(n >> 7):
        walk(TREE)


def global_names(n):
    for _ in range(n):
        GLOBAL
        POINTS
        TABLE


def instances(n):
    for i in range(n):
        Point(i, i)


def closures(n):
    for i in range(n):
        ADDER(i)


def new_closures(n):
    for i in range(n):
        lambda x: x + i


def exceptions(n):
    for _ in range(n):
        try:
            raise Refused("no")
        except Refused:
            pass


def builtin_exceptions(n):
    for _ in range(n):
        try:
            TABLE["nowhere"]
        except KeyError:
            pass


def generators(n):
    def count(m):
        for i in range(m):
            yield i
    for _ in range(n >> 4):
        for _ in count(16):
            pass


def comprehensions(n):
    for _ in range(n >> 6):
        [p for p in POINTS]


def builtins(n):
    for _ in range(n):
        len(NAMES)
        isinstance(POINT, Point)


# Name, step, steps per repetition, writes to shared memory by one step.
CASES = [
    ("private arithmetic", private_arithmetic, 400000, 0),
    ("private lists", private_lists, 120000, 0),
    ("private dicts", private_dicts, 120000, 0),
    ("private strings", private_strings, 60000, 0),
    ("shared function", shared_function, 300000, 0),
    ("method of shared", shared_method, 200000, 0),
    ("shared bound method", shared_bound_method, 200000, 0),
    ("attributes of shared", shared_attributes, 300000, 0),
    ("class attributes", class_attributes, 300000, 0),
    ("shared list, index", shared_list_index, 400000, 0),
    ("shared list, loop", shared_list_loop, 600000, 0),
    ("shared dict, []", shared_dict, 300000, 0),
    ("shared dict, get", shared_dict_get, 200000, 0),
    ("nested shared dicts", shared_nested_dict, 200000, 0),
    ("shared set, in", shared_set, 300000, 0),
    ("shared tuple", shared_tuple, 300000, 0),
    ("shared tree", shared_tree, 200000, 0),
    ("globals", global_names, 400000, 0),
    ("instances of a class", instances, 150000, 0),
    ("shared closure", closures, 200000, 0),
    ("new closures", new_closures, 200000, 0),  # its code, globals and name are counted in the thread's stash
    ("exceptions", exceptions, 60000, 0),
    ("built-in exceptions", builtin_exceptions, 60000, 0),
    ("generators", generators, 300000, 0),
    ("comprehensions", comprehensions, 600000, 0),
    ("built-in functions", builtins, 200000, 0),
]

# Threads that start together: each waits for its own lock, and gives it back when done.


def race(step, n, threads):
    """Wall time from the start to the end of the last, and the mean processor time of a thread."""
    gates = [_thread.allocate_lock() for _ in range(threads)]
    dones = [_thread.allocate_lock() for _ in range(threads)]
    cpu = [0.0] * threads
    ends = [0.0] * threads

    def run(i):
        gates[i].acquire()
        started = time.thread_time()
        try:
            step(n)
        finally:
            cpu[i] = time.thread_time() - started
            ends[i] = time.perf_counter()
            dones[i].release()

    for lock in gates + dones:
        lock.acquire()
    for i in range(threads):
        _thread.start_new_thread(run, (i,))
    started = time.perf_counter()
    for gate in gates:
        gate.release()
    for done in dones:
        done.acquire()
    return max(ends) - started, sum(cpu) / threads


def measure(step, n, threads):
    wall = [[], []]
    cpu = [[], []]
    for _ in range(REPEATS):  # one thread and many take turns, so that a busy machine disturbs both
        for kind, count in enumerate((1, threads)):
            w, c = race(step, n, count)
            wall[kind].append(w)
            cpu[kind].append(c)
    return min(wall[0]), min(wall[1]), min(cpu[0]), min(cpu[1])


def merge(old, new):
    return new if old is None else tuple(map(min, old, new))


def main():
    threads, scale, rounds, names = 2, 1.0, 1, []
    args = iter(sys.argv[1:])
    for arg in args:
        if arg == "-j":
            threads = int(next(args))
        elif arg == "-t":
            scale = float(next(args)) * 20  # a measured race of a case lasts some 50 ms
        elif arg == "-n":
            rounds = int(next(args))
        elif arg.startswith("-"):
            print(__doc__)
            return
        else:
            names.append(arg)
    print(f"{'':24}{'cpu ns':>9}{f'at {threads}':>9}{'scale':>8}{'cpu':>8}{'writes':>8}")
    product = cpu_product = 1.0
    cases = [c for c in CASES if not names or any(name in c[0] for name in names)]
    best = {}
    for _ in range(rounds - 1):
        for name, step, n, _ in cases:
            n = max(128, int(n * scale))
            best[name] = merge(best.get(name), measure(step, n, threads))
    for name, step, n, writes in cases:
        n = max(128, int(n * scale))
        step(n)
        wall1, wall2, cpu1, cpu2 = merge(best.get(name), measure(step, n, threads))
        gain = wall1 * threads / wall2
        cpu_gain = cpu1 / cpu2 if cpu2 else 1.0
        product *= gain
        cpu_product *= cpu_gain
        print(f"{name:24}{cpu1 / n * 1e9:9.1f}{cpu2 / n * 1e9:9.1f}{gain:8.2f}{cpu_gain:8.2f}{writes:8}", flush=True)
    if cases:
        print(f"{'geometric mean':24}{'':18}{product ** (1 / len(cases)):8.2f}{cpu_product ** (1 / len(cases)):8.2f}")


main()
