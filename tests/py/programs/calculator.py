import re
TOK = re.compile(r'\s*(?:(\d+\.?\d*)|(.))')
class Parser:
    def __init__(self, s): self.toks = [(float(n) if '.' in n else int(n)) if n else o for n, o in TOK.findall(s) if n or o.strip()]; self.i = 0
    def peek(self): return self.toks[self.i] if self.i < len(self.toks) else None
    def next(self): t = self.peek(); self.i += 1; return t
    def expr(self):
        v = self.term()
        while self.peek() in ('+', '-'): v = v + self.term() if self.next() == '+' else v - self.term()
        return v
    def term(self):
        v = self.power()
        while self.peek() in ('*', '/', '%'):
            o = self.next(); r = self.power()
            v = v * r if o == '*' else v / r if o == '/' else v % r
        return v
    def power(self):
        b = self.unary()
        if self.peek() == '^': self.next(); return b ** self.power()
        return b
    def unary(self):
        if self.peek() == '-': self.next(); return -self.unary()
        return self.atom()
    def atom(self):
        t = self.next()
        if t == '(':
            v = self.expr()
            if self.next() != ')': raise SyntaxError('expected )')
            return v
        if isinstance(t, (int, float)): return t
        raise SyntaxError(f'unexpected {t!r}')
for s in ['1 + 2 * 3', '(1 + 2) * 3', '2 ^ 3 ^ 2', '-2 * -3', '10 / 4 % 2', '1 +', '(1', '2 * (3 + 4) - 5', '1 / 0', '3.5 * 2']:
    try: print(s, '=', Parser(s).expr())
    except (SyntaxError, ZeroDivisionError) as e: print(s, '!', type(e).__name__, e)

# expect: 1 + 2 * 3 = 7
# expect: (1 + 2) * 3 = 9
# expect: 2 ^ 3 ^ 2 = 512
# expect: -2 * -3 = 6
# expect: 10 / 4 % 2 = 0.5
# expect: 1 + ! SyntaxError unexpected None
# expect: (1 ! SyntaxError expected )
# expect: 2 * (3 + 4) - 5 = 9
# expect: 1 / 0 ! ZeroDivisionError division by zero
# expect: 3.5 * 2 = 7.0
