import random
class Bank:
    def __init__(self): self.acc, self.log = {}, []
    def open(self, n, b=0):
        if n in self.acc: raise KeyError(f'{n} exists')
        self.acc[n] = b
    def transfer(self, a, b, x):
        if x <= 0: raise ValueError('amount')
        if self.acc[a] < x: raise ArithmeticError(f'{a} has only {self.acc[a]}')
        self.acc[a] -= x; self.acc[b] += x; self.log.append((a, b, x))
b = Bank(); [b.open(n, 100) for n in 'xyz']
r = random.Random(7); errs = {}
for _ in range(200):
    s, d = r.sample('xyzq', 2)
    try: b.transfer(s, d, r.randint(-5, 80))
    except Exception as e: errs[type(e).__name__] = errs.get(type(e).__name__, 0) + 1
print(sum(b.acc.values()) <= 300, len(b.log) + sum(errs.values()) == 200, sorted(errs))
try: b.open('x')
except KeyError as e: print(e)

# expect: True True ['ArithmeticError', 'KeyError', 'ValueError']
# expect: 'x exists'
