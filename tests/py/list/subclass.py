def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class L(list):
    def append(self, x): super().append(x * 2)
    def __getitem__(self, i): return super().__getitem__(i) if isinstance(i, slice) else ('item', super().__getitem__(i))
    def __len__(self): return 100
l = L([1, 2]); l.append(5)
t(lambda: l)
t(lambda: l[0])
t(lambda: l[:2])
t(lambda: type(l[:2]).__name__)
t(lambda: len(l))
t(lambda: list(l))
t(lambda: [x for x in l])
t(lambda: l == [1, 2, 10])
t(lambda: type(l + [1]).__name__)
t(lambda: type(l.copy()).__name__)
t(lambda: bool(L()))
t(lambda: l.pop())
t(lambda: sorted(l))
t(lambda: l.index(2))
t(lambda: isinstance(l, list))
t(lambda: L('ab'))
t(lambda: L())
l.attr = 1; print(l.attr, vars(l))
class D(list):
    def __init__(self, n): super().__init__(range(n))
    def __contains__(self, x): return x == 'magic'
    def __iter__(self): return iter('iter')
    def __eq__(self, o): return 'eq'
t(lambda: D(3))
t(lambda: 'magic' in D(1))
t(lambda: 0 in D(1))
t(lambda: list(D(2)))
t(lambda: [*D(2)])
t(lambda: D(1) == 5)
t(lambda: D(2) + [9])
t(lambda: sorted(D(3)))
t(lambda: len(D(4)))
t(lambda: tuple(D(2)))
t(lambda: sum(D(0), start=0) if 0 else 0)

# expect: [1, 2, 10]
# expect: ('item', 1)
# expect: [1, 2]
# expect: 'list'
# expect: 100
# expect: [1, 2, 10]
# expect: [1, 2, 10]
# expect: True
# expect: 'list'
# expect: 'list'
# expect: True
# expect: 10
# expect: [1, 2]
# expect: 1
# expect: True
# expect: ['a', 'b']
# expect: []
# expect: 1 {'attr': 1}
# expect: [0, 1, 2]
# expect: True
# expect: False
# expect: ['i', 't', 'e', 'r']
# expect: ['i', 't', 'e', 'r']
# expect: 'eq'
# expect: [0, 1, 9]
# expect: ['e', 'i', 'r', 't']
# expect: 4
# expect: ('i', 't', 'e', 'r')
# expect: 0
