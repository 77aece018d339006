import re
class Sheet:
    def __init__(self): self.cells, self.busy = {}, []
    def __setitem__(self, k, v): self.cells[k] = v
    def __getitem__(self, k):
        if not re.fullmatch('[A-Z][0-9]', k): raise KeyError(k)
        v = self.cells.get(k, 0)
        if not (isinstance(v, str) and v.startswith('=')): return v
        if k in self.busy: raise RecursionError(f'cycle {"->".join(self.busy + [k])}')
        self.busy.append(k)
        try:
            e = re.sub(r'([A-Z])(\d):\1(\d)', lambda m: '[' + ','.join(f'{m[1]}{i}' for i in range(int(m[2]), int(m[3]) + 1)) + ']', v[1:])
            return eval(e, {'__builtins__': {}, 'SUM': sum, 'MAX': max, 'AVG': lambda l: sum(l) / len(l)}, self)
        finally: self.busy.pop()
    def get(self, k): return self[k]
class S2(Sheet):
    def keys(self): return self.cells
s = Sheet(); s['A1'] = 2; s['A2'] = '=A1*10'; s['A3'] = '=A1+A2'; s['B1'] = '=SUM(A1:A3)'; s['B2'] = '=AVG(A1:A3)'; s['C1'] = '=C2'; s['C2'] = '=C1'
print([s[k] for k in ('A1', 'A2', 'A3', 'B1', 'B2', 'Z9')])
try: s['C1']
except RecursionError as e: print(e)
s['A1'] = 5; print(s['B1'])

# expect: [2, 20, 22, 44, 14.666666666666666, 0]
# expect: cycle C1->C2->C1
# expect: 110
