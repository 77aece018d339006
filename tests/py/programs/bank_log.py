from __future__ import annotations
from dataclasses import dataclass, field
from datetime import datetime, date, timedelta
from decimal import Decimal, ROUND_HALF_UP
from enum import Enum, auto
import logging, sys, json
logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(name)s:%(funcName)s:%(message)s", level=logging.DEBUG)
log = logging.getLogger("bank")
class Kind(Enum): DEPOSIT = auto(); WITHDRAW = auto()
class InsufficientFunds(Exception):
    def __init__(self, need: Decimal, have: Decimal): super().__init__(f"need {need}, have {have}"); self.need, self.have = need, have
@dataclass(frozen=True, slots=True)
class Tx: kind: Kind; amount: Decimal; when: date
@dataclass
class Account:
    owner: str
    balance: Decimal = Decimal("0")
    history: list[Tx] = field(default_factory=list, repr=False)
    def deposit(self, amt: str) -> Account:
        a = Decimal(amt).quantize(Decimal("0.01"), ROUND_HALF_UP)
        if a <= 0: raise ValueError(f"bad amount {a}")
        self.balance += a; self.history.append(Tx(Kind.DEPOSIT, a, date(2024, 2, 28) + timedelta(days=len(self.history)))); log.info("deposit %s %.2f", self.owner, a); return self
    def withdraw(self, amt):
        a = Decimal(amt)
        if a > self.balance: log.error("refused %s", a); raise InsufficientFunds(a, self.balance)
        self.balance -= a; self.history.append(Tx(Kind.WITHDRAW, a, date(2024, 2, 28) + timedelta(days=len(self.history)))); return self
acc = Account("Ann").deposit("100.005").deposit("50").withdraw("30.01"); print(acc)
for f in (lambda: acc.withdraw(1000), lambda: acc.deposit("-5"), lambda: acc.deposit("abc")):
    try: f()
    except InsufficientFunds as e: print("IF", e, e.need - e.have)
    except (ValueError, ArithmeticError) as e: print(type(e).__name__, e)
for t in acc.history: print(f"{t.when:%a %d %b %Y} {t.kind.name:<10}{t.amount:>10,.2f}")
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Decimal): return str(o)
        if isinstance(o, date): return o.isoformat()
        if isinstance(o, Enum): return o.name
        return super().default(o)
print(json.dumps([{s: getattr(t, s) for s in t.__slots__} for t in acc.history], cls=Enc, indent=1))
try: json.dumps({"a": {1, 2}}, cls=Enc)
except TypeError as e: print(e)
log.warning("w %d %s", 1, "x", extra={"k": 1}); logging.getLogger("bank.sub").debug("child"); log.debug("bad %d", "str") if False else None

# expect: INFO:bank:deposit:deposit Ann 100.01
# expect: INFO:bank:deposit:deposit Ann 50.00
# expect: Account(owner='Ann', balance=Decimal('120.00'))
# expect: ERROR:bank:withdraw:refused 1000
# expect: IF need 1000, have 120.00 880.00
# expect: ValueError bad amount -5.00
# expect: InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: Wed 28 Feb 2024 DEPOSIT       100.01
# expect: Thu 29 Feb 2024 DEPOSIT        50.00
# expect: Fri 01 Mar 2024 WITHDRAW       30.01
# expect: [
# expect:  {
# expect:   "kind": "DEPOSIT",
# expect:   "amount": "100.01",
# expect:   "when": "2024-02-28"
# expect:  },
# expect:  {
# expect:   "kind": "DEPOSIT",
# expect:   "amount": "50.00",
# expect:   "when": "2024-02-29"
# expect:  },
# expect:  {
# expect:   "kind": "WITHDRAW",
# expect:   "amount": "30.01",
# expect:   "when": "2024-03-01"
# expect:  }
# expect: ]
# expect: Object of type set is not JSON serializable
# expect: WARNING:bank:<module>:w 1 x
# expect: DEBUG:bank.sub:<module>:child
