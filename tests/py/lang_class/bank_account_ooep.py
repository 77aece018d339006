class InsufficientFunds(Exception):
    def __init__(self, need, have): super().__init__(f'need {need}, have {have}'); self.need = need
class Account:
    _next = 1
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.id = owner, balance, Account._next
        Account._next += 1
        self.history = []
    @property
    def balance(self): return self._balance
    def deposit(self, amt):
        if amt <= 0: raise ValueError('bad amount')
        self._balance += amt; self.history.append(('+', amt)); return self
    def withdraw(self, amt):
        if amt > self.available(): raise InsufficientFunds(amt, self.available())
        self._balance -= amt; self.history.append(('-', amt)); return self
    def available(self): return self._balance
    def __repr__(self): return f'{type(self).__name__}({self.owner!r}, {self._balance})'
    def __lt__(self, o): return self._balance < o._balance
class Credit(Account):
    def __init__(self, *a, limit=100, **k): super().__init__(*a, **k); self.limit = limit
    def available(self): return super().available() + self.limit
a, b = Account('ann', 50), Credit('bob', limit=30)
print(a.deposit(10).withdraw(5), b.withdraw(20), sorted([a, b]), a.history, b.id)
for f in (lambda: a.withdraw(1000), lambda: b.withdraw(11), lambda: a.deposit(-1)):
    try: f()
    except (InsufficientFunds, ValueError) as e: print(type(e).__name__, e)
try: a.balance = 5
except AttributeError as e: print(e)

# expect: Account('ann', 55) Credit('bob', -20) [Credit('bob', -20), Account('ann', 55)] [('+', 10), ('-', 5)] 2
# expect: InsufficientFunds need 1000, have 55
# expect: InsufficientFunds need 11, have 10
# expect: ValueError bad amount
# expect: property 'balance' of 'Account' object has no setter
