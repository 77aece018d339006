# One place of a program meets instances of several classes, with attributes added, deleted, hidden and moved to a dict.
class A:
    def __init__(self):
        self.x = 1
        self.y = 2


class B(A):
    def __init__(self):
        self.y = 3
        self.x = 4


class C:
    __slots__ = "y", "x"


class D(A):
    @property
    def x(self):
        return "property"

    @x.setter
    def x(self, value):
        self.__dict__["x"] = value


class E(A):
    def __setattr__(self, name, value):
        super().__setattr__(name, ("set", value))


def get(o):
    return o.x


def put(o, value):
    o.x = value


c = C()
things = [A(), B(), c, D(), E(), A(), B()]
for turn in range(3):
    for o in things:
        put(o, turn)
    print([get(o) for o in things])
# expect: [0, 0, 0, 'property', ('set', 0), 0, 0]
# expect: [1, 1, 1, 'property', ('set', 1), 1, 1]
# expect: [2, 2, 2, 'property', ('set', 2), 2, 2]
a = things[0]
del a.x
a.__dict__["z"] = 5
put(a, 6)
print(get(a), a.__dict__, get(things[5]))
# expect: 6 {'y': 2, 'z': 5, 'x': 6} 2
del things[5].x
try:
    get(things[5])
except AttributeError as e:
    print(e)
# expect: 'A' object has no attribute 'x'
A.x = "class"
print(get(things[5]), get(things[1]))
# expect: class 2
A.x = property(lambda self: "late", lambda self, value: print("late set", value))
print([get(o) for o in things if type(o) in (A, B)])
# expect: ['late', 'late', 'late', 'late']
put(things[1], 1)
# expect: late set 1
del A.x
print(get(things[1]), get(a))
# expect: 2 6
put(things[5], 8)
print(things[5].__dict__, things[1].__dict__)
# expect: {'y': 2, 'x': 8} {'y': 3, 'x': 2}
