# A set made of a dict, and a dict made of a set, ask no key for its hash again; nor does a difference with a dict.


class Key:
    asked = 0

    def __hash__(self):
        Key.asked += 1
        return 5


d = {Key(): 1}


def report(what):
    print(what, Key.asked)
    Key.asked = 0


report("dict")
s = set(d)
report("set")
s.difference(d)
report("difference")
s.symmetric_difference_update(d)
report("symmetric_difference_update")
print(dict.fromkeys(set(d), 3) == dict.fromkeys(d, 3), dict.fromkeys(frozenset(d)) == dict.fromkeys(d))
Key.asked = 0
dict.fromkeys(set(d))
dict.fromkeys(frozenset(d), 1)
report("fromkeys")


# Keyword arguments of classes derived from set and float: only an __init__ of their own may take them.
class Plain(set):
    pass


class Made(set):
    def __new__(cls, items, extra=None):
        return super().__new__(cls)


class Number(float):
    pass


class Begun(float):
    def __init__(self, value, extra=None):
        self.extra = extra


for make in (lambda: Plain(sequence=()), lambda: Made([1], extra=3), lambda: Number(1.5, extra=3), lambda: Begun(1.5, extra=3)):
    try:
        print(make())
    except TypeError as e:
        print(e)
# expect: dict 1
# expect: set 0
# expect: difference 0
# expect: symmetric_difference_update 0
# expect: True True
# expect: fromkeys 0
# expect: set() takes no keyword arguments
# expect: set() takes no keyword arguments
# expect: float() takes no keyword arguments
# expect: 1.5
