class Counter:
    __count = 0
    instances = []
    def __init__(self):
        type(self).__count += 1 if type(self) is Counter else 0
        Counter.instances.append(self)
    @classmethod
    def count(cls): return cls.__count
class Sub(Counter):
    pass
try: Sub()
except AttributeError as e: print(e)
Counter(); Counter()
print(Counter.count(), len(Counter.instances), Counter._Counter__count)
class Shared:
    items = []
    n = 0
    def add(self, x): self.items.append(x); self.n += 1
a, b = Shared(), Shared()
a.add(1); b.add(2); b.add(3)
print(a.items, a.n, b.n, Shared.n, a.items is b.items)
b.items = ['own']; b.add(4); print(Shared.items, b.items)
class Temp:
    units = {'c': 1}
    def __init__(self): self.units = dict(self.units, k=2)
print(Temp().units, Temp.units)
class Const:
    A = 1
    B = A + 1
    C = [A, B]
    D = {k: v for k, v in zip('xy', C)}
print(Const.D)

# expect: 2 3 2
# expect: [1, 2, 3] 1 2 0 True
# expect: [1, 2, 3] ['own', 4]
# expect: {'c': 1, 'k': 2} {'c': 1}
# expect: {'x': 1, 'y': 2}
