class Node:
    __slots__ = ('val', 'next')
    def __init__(self, val, next=None): self.val, self.next = val, next
class LinkedList:
    def __init__(self, it=()):
        self.head = None; self.n = 0
        for x in reversed(list(it)): self.push(x)
    def push(self, x): self.head = Node(x, self.head); self.n += 1
    def __iter__(self):
        n = self.head
        while n: yield n.val; n = n.next
    def __len__(self): return self.n
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self
    def __repr__(self): return ' -> '.join(map(repr, self)) or 'empty'
l = LinkedList('abc'); print(l, len(l), l.reverse(), list(l), 'b' in l, LinkedList())
class Tree:
    def __init__(self): self.root = None
    def add(self, k):
        def ins(n): 
            if n is None: return [k, None, None]
            i = 1 if k < n[0] else 2
            n[i] = ins(n[i]); return n
        self.root = ins(self.root); return self
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n[1]); yield n[0]; yield from walk(n[2])
        return walk(self.root)
    def depth(self):
        d = lambda n: 0 if n is None else 1 + max(d(n[1]), d(n[2]))
        return d(self.root)
t = Tree()
for x in [5, 2, 8, 1, 9, 3]: t.add(x)
print(list(t), t.depth())
big = None
for i in range(100000): big = Node(i, big)
print(big.val); del big; print('freed')

# expect: 'c' -> 'b' -> 'a' 3 'c' -> 'b' -> 'a' ['c', 'b', 'a'] True empty
# expect: [1, 2, 3, 5, 8, 9] 3
# expect: 99999
# expect: freed
