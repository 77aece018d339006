class N:
    def __init__(self, v, nxt=None): self.v = v; self.next = nxt
    def me(self): return self
    def __getitem__(self, i): return self if i else self.v
    def __call__(self, *a): return N(a or self.v, self)
n = N(1, N(2, N(3)))
print(n.next.next.v, n.me().next.me().v, n[0], n[1][2][0], n()()().v, n(5).next.v, n(1, 2)[0])
n.next.next.v += 10
print(n.next.next.v)
n.me().next.v = [1]
n.next.v[0:0] = [0]
print(n.next.v, 'a-b'.split('-')[1].upper().center(5, '*'))
del n.next.next
try: n.next.next
except AttributeError as e: print(e, e.name, e.obj is n.next)
print((1).bit_length(), 1.5.is_integer(), 1..real, 1 .real, 'x'.join('ab'), [].__len__(), {}.get('a', {}).get('b', 'none'))

# expect: 3 2 1 1 1 1 (1, 2)
# expect: 13
# expect: [0, 1] **B**
# expect: 'N' object has no attribute 'next' next True
# expect: 1 False 1.0 1 axb 0 none
