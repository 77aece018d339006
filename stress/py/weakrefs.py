"""Weak references made, called and cleared while their objects die on other threads; callbacks; finalizers."""
import weakref

from torture import check, run


class Thing:
    def __init__(self, n=0):
        self.n = n


class Loud(Thing):
    died = 0

    def __del__(self):
        Loud.died += 1
        self.n = None


class Lazarus(Thing):
    def __del__(self):
        saved.append(self)
        if len(saved) > 50:
            saved.clear()


saved = []


def make():
    kinds = (Thing, Loud, Lazarus)
    strong = [Thing(n) for n in range(8)]
    refs = [weakref.ref(x) for x in strong]
    values, keys, group = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
    called = []

    def fresh(rng):
        i = rng.randrange(8)
        strong[i] = kinds[rng.randrange(3)](i)
        refs[i] = weakref.ref(strong[i], called.append) if rng.randrange(2) else weakref.ref(strong[i])

    def use(rng):
        x = refs[rng.randrange(8)]()
        check(x is None or type(x) in kinds)

    def many(rng):
        x = strong[rng.randrange(8)]
        made = [weakref.ref(x) for _ in range(3)] + [weakref.ref(x, called.append)]
        check(made[0] is made[1])
        check(all(r() is x for r in made))
        weakref.getweakrefcount(x), weakref.getweakrefs(x)

    def proxy(rng):
        p = weakref.proxy(strong[rng.randrange(8)])
        p.n

    def method(rng):
        m = weakref.WeakMethod(strong[rng.randrange(8)].__init__)
        m()

    def final(rng):
        f = weakref.finalize(Thing(), called.append, 1)
        f.alive

    return [
        fresh, fresh, use, use, many, proxy, method, final,
        lambda rng: strong.__setitem__(rng.randrange(8), Thing()), lambda rng: called.clear(),
        lambda rng: values.__setitem__(rng.randrange(9), strong[rng.randrange(8)]), lambda rng: values.get(rng.randrange(9)),
        lambda rng: list(values.items()), lambda rng: keys.__setitem__(strong[rng.randrange(8)], 1), lambda rng: keys.get(strong[rng.randrange(8)]),
        lambda rng: list(keys), lambda rng: group.add(strong[rng.randrange(8)]), lambda rng: list(group), lambda rng: len(group),
        lambda rng: hash(refs[rng.randrange(8)]), lambda rng: refs[rng.randrange(8)] == refs[rng.randrange(8)],
    ]


run(make, (ReferenceError, KeyError, TypeError, RuntimeError, IndexError))
