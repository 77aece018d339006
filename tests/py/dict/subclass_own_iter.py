# Copies, unions and calls with ** take a subclass's table as it is, unless the subclass iterates in its own way: then they ask
# its keys() and its items.


class Keys(dict):
    def keys(self):
        return ["k"]

    def __getitem__(self, key):
        return key * 2


class Iter(Keys):
    def __iter__(self):
        return iter(["i"])


class JustIter(dict):
    def __iter__(self):
        return iter(["i"])

    def __getitem__(self, key):
        return key * 3


def f(**kwargs):
    return kwargs


for cls in Keys, Iter, JustIter:
    c = cls(z=1)
    d = {"a": 0}
    d |= c
    print(cls.__name__, dict(c), c.copy(), c | {"b": 0}, {"b": 0} | c, d, {**c}, f(**c), f(m=1, **c), [*c])
# expect: Keys {'z': 1} {'z': 1} {'z': 1, 'b': 0} {'b': 0, 'z': 1} {'a': 0, 'z': 1} {'z': 1} {'z': 1} {'m': 1, 'z': 1} ['z']
# expect: Iter {'k': 'kk'} {'k': 'kk'} {'k': 'kk', 'b': 0} {'b': 0, 'k': 'kk'} {'a': 0, 'k': 'kk'} {'k': 'kk'} {'k': 'kk'} {'m': 1, 'k': 'kk'} ['i']
# expect: JustIter {'z': 'zzz'} {'z': 'zzz'} {'z': 'zzz', 'b': 0} {'b': 0, 'z': 'zzz'} {'a': 0, 'z': 'zzz'} {'z': 'zzz'} {'z': 'zzz'} {'m': 1, 'z': 'zzz'} ['i']
