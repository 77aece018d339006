class OutOfStock(Exception):
    def __init__(self, item, want, have): super().__init__(f'{item}: want {want}, have {have}'); self.item = item
class Inventory:
    def __init__(self): self._s = {}
    def __getitem__(self, k): return self._s.get(k, 0)
    def __setitem__(self, k, v):
        if v < 0: raise OutOfStock(k, self[k] - v, self[k])
        self._s[k] = v
        if not v: del self._s[k]
    def __iter__(self): return iter(sorted(self._s.items()))
    def __contains__(self, k): return k in self._s
    def __len__(self): return sum(self._s.values())
    def __iadd__(self, o):
        for k, n in o.items(): self[k] += n
        return self
    def __repr__(self): return f'Inventory({dict(self)})'
    def transaction(self):
        inv = self
        class T:
            def __enter__(s): s.snap = dict(inv._s); return inv
            def __exit__(s, t, v, tb):
                if t: inv._s = s.snap
                return t is OutOfStock
        return T()
i = Inventory(); i += {'pen': 5, 'ink': 2}; i['pen'] -= 2
print(i, len(i), 'cup' in i, i['cup'])
with i.transaction(): i['pen'] -= 1; i['ink'] -= 5
print(i)
with i.transaction(): i['pen'] -= 3
print(i)
try: i['ink'] -= 9
except OutOfStock as e: print(e, e.item)

# expect: Inventory({'ink': 2, 'pen': 3}) 5 False 0
# expect: Inventory({'ink': 2, 'pen': 3})
# expect: Inventory({'ink': 2})
# expect: ink: want 9, have 2 ink
