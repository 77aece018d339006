class Range:
    def __init__(self, n): self.n = n
    def __iter__(self):
        i = 0
        while i < self.n: yield i; i += 1
    def __reversed__(self): yield from range(self.n - 1, -1, -1)
r = Range(3)
print(list(r), list(r), list(reversed(r)), [(a, b) for a in r for b in r if a < b])
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def walk(self, d=0):
        yield d, self.v
        for k in self.kids: yield from k.walk(d + 1)
t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t), list(t.walk()), sum(t), 3 in t)
def gm(self): yield self.v * 2
Tree.double = gm; print(next(t.double()))
class G:
    @staticmethod
    def s(): yield 's'
    @classmethod
    def c(cls): yield cls.__name__
    @property
    def p(self): yield 'p'
print(*G.s(), *G.c(), *G().p)

# expect: [0, 1, 2] [0, 1, 2] [2, 1, 0] [(0, 1), (0, 2), (1, 2)]
# expect: [1, 2, 3, 4] [(0, 1), (1, 2), (2, 3), (1, 4)] 10 True
# expect: 2
# expect: s G p
