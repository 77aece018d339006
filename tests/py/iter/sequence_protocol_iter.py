def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class S:
    def __getitem__(s, i):
        if i == 3: raise IndexError
        return i * i
t(lambda: list(S()))
t(lambda: 4 in S())
t(lambda: 5 in S())
t(lambda: max(S()))
t(lambda: [*S()])
t(lambda: dict(enumerate(S())))
t(lambda: list(zip(S(), 'abc')))
t(lambda: sum(S()))
t(lambda: sorted(S(), reverse=True))
t(lambda: list(map(str, S())))
t(lambda: reversed(S()))
t(lambda: len(S()))
class T(S):
    def __len__(s): return 3
t(lambda: list(reversed(T())))
t(lambda: bool(T()))
class K:
    def __getitem__(s, i): raise KeyError(i)
t(lambda: list(K()))
class St:
    def __getitem__(s, i): raise StopIteration
t(lambda: list(St()))
t(lambda: 1 in St())
a, b, c = S(); print(a, b, c)

# expect: [0, 1, 4]
# expect: True
# expect: False
# expect: 4
# expect: [0, 1, 4]
# expect: {0: 0, 1: 1, 2: 4}
# expect: [(0, 'a'), (1, 'b'), (4, 'c')]
# expect: 5
# expect: [4, 1, 0]
# expect: ['0', '1', '4']
# expect: TypeError object of type 'S' has no len()
# expect: TypeError object of type 'S' has no len()
# expect: [4, 1, 0]
# expect: True
# expect: KeyError 0
# expect: []
# expect: False
# expect: 0 1 4
