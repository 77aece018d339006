from collections import OrderedDict
import threading
class LRU:
    def __init__(self, cap):
        self.cap = cap
        self.d = OrderedDict()
        self.hits = self.misses = 0
        self.lock = threading.Lock()
    def get(self, k, default=None):
        with self.lock:
            if k in self.d:
                self.d.move_to_end(k)
                self.hits += 1
                return self.d[k]
            self.misses += 1
            return default
    def put(self, k, v):
        with self.lock:
            self.d[k] = v
            self.d.move_to_end(k)
            while len(self.d) > self.cap:
                print('evict', self.d.popitem(last=False))
    def __len__(self):
        return len(self.d)
    def __contains__(self, k):
        return k in self.d
    def __repr__(self):
        return f'LRU({list(self.d.items())})'
c = LRU(2)
c.put(1, 'a')
c.put(2, 'b')
print(c.get(1))
c.put(3, 'c')
print(c.get(2), c, len(c), 3 in c, c.hits, c.misses)
class Node:
    __slots__ = ('k', 'v', 'p', 'n')
    def __init__(s, k=None, v=None):
        s.k, s.v, s.p, s.n = (k, v, None, None)
class LRU2:
    def __init__(s, cap):
        s.cap = cap
        s.m = {}
        s.h = Node()
        s.t = Node()
        s.h.n = s.t
        s.t.p = s.h
    def _rm(s, x):
        x.p.n, x.n.p = (x.n, x.p)
    def _add(s, x):
        x.p, x.n = (s.t.p, s.t)
        s.t.p.n = x
        s.t.p = x
    def get(s, k):
        if k not in s.m:
            return -1
        x = s.m[k]
        s._rm(x)
        s._add(x)
        return x.v
    def put(s, k, v):
        if k in s.m:
            s._rm(s.m[k])
        s.m[k] = Node(k, v)
        s._add(s.m[k])
        if len(s.m) > s.cap:
            x = s.h.n
            s._rm(x)
            del s.m[x.k]
l = LRU2(2)
l.put(1, 1)
l.put(2, 2)
print(l.get(1))
l.put(3, 3)
print(l.get(2))
l.put(4, 4)
print(l.get(1), l.get(3), l.get(4))

# expect: a
# expect: evict (2, 'b')
# expect: None LRU([(1, 'a'), (3, 'c')]) 2 True 1 1
# expect: 1
# expect: -1
# expect: -1 3 4
