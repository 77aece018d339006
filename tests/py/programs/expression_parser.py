import re
from typing import NamedTuple
class Tok(NamedTuple): kind: str; val: str; pos: int
SPEC = [("NUM", r"\d+(?:\.\d*)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"\*\*|[-+*/%()=,]"), ("WS", r"\s+"), ("BAD", r".")]
RX = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))
def lex(s):
    for m in RX.finditer(s):
        k = m.lastgroup
        if k == "WS": continue
        if k == "BAD": raise SyntaxError(f"bad char {m.group()!r} at {m.start()}")
        yield Tok(k, m.group(), m.start())
    yield Tok("END", "", len(s))
class Parser:
    BIN = {"+": (1, lambda a, b: a + b), "-": (1, lambda a, b: a - b), "*": (2, lambda a, b: a * b), "/": (2, lambda a, b: a / b), "%": (2, lambda a, b: a % b), "**": (4, lambda a, b: a ** b)}
    def __init__(self, env): self.env = env
    def run(self, s):
        self.toks = list(lex(s)); self.i = 0
        if len(self.toks) > 2 and self.toks[0].kind == "ID" and self.toks[1].val == "=":
            name = self.toks[0].val; self.i = 2; v = self.env[name] = self.expr(0)
        else: v = self.expr(0)
        self.expect("END"); return v
    @property
    def t(self): return self.toks[self.i]
    def adv(self): t = self.t; self.i += 1; return t
    def expect(self, what):
        if what not in (self.t.kind, self.t.val): raise SyntaxError(f"expected {what}, got {self.t.val or 'end'!r} at {self.t.pos}")
        return self.adv()
    def expr(self, p):
        lhs = self.atom()
        while self.t.kind == "OP" and self.t.val in self.BIN and self.BIN[self.t.val][0] > p or (self.t.val == "**" and p <= 4):
            op = self.adv().val; prec, f = self.BIN[op]; lhs = f(lhs, self.expr(prec - (op == "**")))
        return lhs
    def atom(self):
        t = self.adv()
        match t:
            case Tok("NUM", v, _): return float(v) if "." in v else int(v)
            case Tok("OP", "-", _): return -self.expr(3)
            case Tok("OP", "(", _): v = self.expr(0); self.expect(")"); return v
            case Tok("ID", n, _) if self.t.val == "(":
                self.adv(); args = []
                while self.t.val != ")":
                    args.append(self.expr(0))
                    if self.t.val == ",": self.adv()
                self.expect(")"); return self.env[n](*args)
            case Tok("ID", n, _):
                try: return self.env[n]
                except KeyError: raise NameError(f"undefined {n}") from None
            case _: raise SyntaxError(f"unexpected {t.val or 'end'!r} at {t.pos}")
p = Parser({"max": max, "sqrt": lambda x: x ** .5, "pi": 3.14})
for s in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "10 - 4 - 3", "x = 5", "x * (y = 3)", "max(1, x, 3) + sqrt(16)", "7 / 0", "1 +", "2 $ 3", "foo + 1", "((1)", "max()", "2 * pi", "10 % 4 / 2", "1 2"):
    try: print(f"{s:<25} = {p.run(s)}")
    except Exception as e: print(f"{s:<25} ! {type(e).__name__}: {e}")

# expect: 1 + 2 * 3                 = 7
# expect: (1 + 2) * 3               = 9
# expect: 2 ** 3 ** 2               = 512
# expect: -2 ** 2                   = -4
# expect: 10 - 4 - 3                = 3
# expect: x = 5                     = 5
# expect: x * (y = 3)               ! NameError: undefined y
# expect: max(1, x, 3) + sqrt(16)   = 9.0
# expect: 7 / 0                     ! ZeroDivisionError: division by zero
# expect: 1 +                       ! SyntaxError: unexpected 'end' at 3
# expect: 2 $ 3                     ! SyntaxError: bad char '$' at 2
# expect: foo + 1                   ! NameError: undefined foo
# expect: ((1)                      ! SyntaxError: expected ), got 'end' at 4
# expect: max()                     ! TypeError: max expected at least 1 argument, got 0
# expect: 2 * pi                    = 6.28
# expect: 10 % 4 / 2                = 1.0
# expect: 1 2                       ! SyntaxError: expected END, got '2' at 2
