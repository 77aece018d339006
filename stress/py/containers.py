"""Built-in containers changed, read, iterated, sorted, copied and resized by all threads at once."""
from collections import Counter, OrderedDict, defaultdict, deque

from torture import check, run


class Item:
    __slots__ = ("n",)

    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Item) and self.n == other.n

    def __hash__(self):
        return self.n & 7

    def __lt__(self, other):
        return self.n < other.n


def lists():
    a, b = [Item(n) for n in range(10)], []

    def each(rng):
        for x in a:
            check(type(x) is Item)

    def part(rng):
        i, j = rng.randrange(20), rng.randrange(20)
        for x in a[i:j]:
            check(type(x) is Item)

    def assign(rng):
        i, j = rng.randrange(20), rng.randrange(20)
        a[i:j] = [Item(n) for n in range(rng.randrange(8))]

    def swap(rng):
        a[0], a[-1] = a[-1], a[0]

    def grow(rng):
        if len(a) < 200:
            a.extend(b)
        else:
            del a[10:]

    def unpack(rng):
        x, *y = a
        check(type(x) is Item and all(type(z) is Item for z in y))

    return [
        each, part, assign, swap, grow, unpack,
        lambda rng: a.append(Item(rng.randrange(100))),
        lambda rng: a.append(Item(rng.randrange(100))),
        lambda rng: a.pop(),
        lambda rng: a.pop(0),
        lambda rng: a.insert(rng.randrange(10), Item(5)),
        lambda rng: a.sort(),
        lambda rng: a.sort(key=lambda x: -x.n),
        lambda rng: sorted(a),
        lambda rng: a.reverse(),
        lambda rng: a.remove(Item(rng.randrange(100))),
        lambda rng: a.index(Item(rng.randrange(100))),
        lambda rng: a.count(Item(3)),
        lambda rng: Item(3) in a,
        lambda rng: a.__setitem__(rng.randrange(10), Item(7)),
        lambda rng: check(type(a[rng.randrange(10)]) is Item),
        lambda rng: b.append(Item(1)) if len(b) < 20 else b.clear(),
        lambda rng: a == a.copy(),
        lambda rng: (a + b, a * 2, list(a), tuple(a), set(a)),
        lambda rng: a.__iadd__(b) if len(a) < 300 else a.clear(),
        lambda rng: a.__delitem__(slice(None, None, 3)),
        lambda rng: max(a),
        lambda rng: list(reversed(a)),
        lambda rng: (lambda *p: len(p))(*a),
        lambda rng: [x.n for x in a if x.n > 3],
        lambda rng: list(zip(a, b, a)),
        lambda rng: repr(a),
    ]


def dicts():
    kind = [dict, OrderedDict, lambda: defaultdict(list), Counter]
    d, e = {}, kind[id(object()) // 16 % 4]()

    def key(rng):
        n = rng.randrange(40)
        return n if n < 10 else str(n) if n < 25 else Item(n)

    def each(rng):
        for k in d:
            check(type(k) in (int, str, Item))

    def pairs(rng):
        for k, v in d.items():
            check(type(k) in (int, str, Item) and type(v) is Item)

    return [
        each, pairs,
        lambda rng: d.__setitem__(key(rng), Item(1)),
        lambda rng: d.__setitem__(key(rng), Item(1)),
        lambda rng: d.__delitem__(key(rng)),
        lambda rng: check(type(d[key(rng)]) is Item),
        lambda rng: d.get(key(rng)),
        lambda rng: key(rng) in d,
        lambda rng: d.pop(key(rng)),
        lambda rng: d.popitem(),
        lambda rng: check(type(d.setdefault(key(rng), Item(3))) is Item),
        lambda rng: d.update({key(rng): Item(2), key(rng): Item(5)}),
        lambda rng: d.update(d.copy()),
        lambda rng: list(d), lambda rng: list(d.values()), lambda rng: list(reversed(d)),
        lambda rng: d == d.copy(),
        lambda rng: d | {1: Item(1)},
        lambda rng: d.keys() & {1, 2, "11"},
        lambda rng: {**d},
        lambda rng: repr(d),
        lambda rng: rng.random() < 0.05 and d.clear(),
        lambda rng: e.__setitem__(key(rng), 1),
        lambda rng: e.pop(key(rng)),
        lambda rng: [k for k in e],
        lambda rng: e.copy(),
        lambda rng: e.popitem(),
        lambda rng: e.get(key(rng)),
        lambda rng: len(e),
        lambda rng: e == d,
    ]


def sets():
    s, t = set(), {1, 2, 3}

    def key(rng):
        n = rng.randrange(40)
        return n if n < 10 else str(n) if n < 25 else Item(n)

    def each(rng):
        for k in s:
            check(type(k) in (int, str, Item))

    return [
        each,
        lambda rng: s.add(key(rng)), lambda rng: s.add(key(rng)), lambda rng: s.discard(key(rng)),
        lambda rng: s.remove(key(rng)), lambda rng: s.pop(), lambda rng: key(rng) in s,
        lambda rng: s | t, lambda rng: s & t, lambda rng: s - t, lambda rng: s ^ t, lambda rng: s <= t, lambda rng: s == t,
        lambda rng: s.update(t), lambda rng: s.difference_update(t), lambda rng: s.intersection_update(s.copy()),
        lambda rng: s.symmetric_difference_update(t), lambda rng: t.update(s) if len(t) < 99 else t.clear(),
        lambda rng: frozenset(s), lambda rng: hash(frozenset(s)), lambda rng: list(s), lambda rng: len(s),
        lambda rng: s.isdisjoint(t), lambda rng: rng.random() < 0.05 and s.clear(), lambda rng: repr(s),
    ]


def others():
    q, r, m = deque(maxlen=None), bytearray(b"some bytes"), deque(maxlen=8)

    def view(rng):
        with memoryview(r) as v:
            bytes(v[1:5])

    return [
        view,
        lambda rng: q.append(Item(1)), lambda rng: q.appendleft(Item(2)), lambda rng: q.pop(), lambda rng: q.popleft(),
        lambda rng: q.rotate(rng.randrange(5)), lambda rng: list(q), lambda rng: [x.n for x in q], lambda rng: q.extend([Item(4)] * 3),
        lambda rng: check(type(q[rng.randrange(4)]) is Item), lambda rng: q.remove(Item(2)), lambda rng: q.insert(1, Item(8)),
        lambda rng: len(q) > 200 and q.clear(), lambda rng: q.copy(), lambda rng: q == q.copy(), lambda rng: q.count(Item(1)),
        lambda rng: m.append(Item(1)), lambda rng: m.extendleft([Item(1)] * 9), lambda rng: list(m), lambda rng: m.__delitem__(0),
        lambda rng: r.append(65), lambda rng: r.extend(b"xyz" * 5), lambda rng: r.pop(), lambda rng: r.__delitem__(slice(0, 4)),
        lambda rng: bytes(r), lambda rng: r.find(b"x"), lambda rng: r.replace(b"x", b"yy"), lambda rng: len(r) > 999 and r.clear(),
        lambda rng: r.__setitem__(slice(1, 3), b"0123456789"), lambda rng: r.decode("latin-1"), lambda rng: b"yz" in r,
        lambda rng: r.split(b"y"), lambda rng: r.__setitem__(0, 66), lambda rng: r[3], lambda rng: r + r, lambda rng: r.reverse(),
        lambda rng: hash(bytes(r)), lambda rng: r.translate(None, b"x"), lambda rng: r.__imul__(2) if len(r) < 500 else 0,
    ]


kinds = [lists, dicts, sets, others]
turn = iter(range(1 << 60))
run(lambda: kinds[next(turn) % 4](), (IndexError, KeyError, ValueError, RuntimeError, BufferError, TypeError))
