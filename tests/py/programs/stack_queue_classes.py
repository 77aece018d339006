class Stack:
    def __init__(self, cap=None): self._d, self.cap = [], cap
    def push(self, x):
        if self.cap and len(self._d) >= self.cap: raise OverflowError('stack full')
        self._d.append(x); return self
    def pop(self):
        if not self._d: raise IndexError('pop from empty stack')
        return self._d.pop()
    def __len__(self): return len(self._d)
    def __iter__(self): return reversed(self._d)
    def __bool__(self): return bool(self._d)
    def __repr__(self): return f'Stack({self._d})'
class Queue:
    def __init__(self): self.a, self.b = Stack(), Stack()
    def put(self, x): self.a.push(x)
    def get(self):
        if not self.b:
            while self.a: self.b.push(self.a.pop())
        return self.b.pop()
class Ring:
    def __init__(self, n): self.d, self.n, self.i = [None] * n, n, 0
    def add(self, x): self.d[self.i % self.n] = x; self.i += 1
    def __iter__(self): return (self.d[k % self.n] for k in range(max(0, self.i - self.n), self.i))
s = Stack(2).push(1).push(2); print(s, list(s), len(s), s.pop(), bool(s))
try: Stack(1).push(1).push(2)
except OverflowError as e: print(e)
try: Stack().pop()
except IndexError as e: print(e)
q = Queue(); [q.put(i) for i in range(4)]; a = q.get(); q.put(9); print(a, [q.get() for _ in range(4)])
r = Ring(3); [r.add(i) for i in range(5)]; print(list(r), list(Ring(2)))

# expect: Stack([1]) [2, 1] 2 2 True
# expect: stack full
# expect: pop from empty stack
# expect: 0 [1, 2, 3, 9]
# expect: [2, 3, 4] []
