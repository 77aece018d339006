import re, operator
class ParseError(Exception):
    def __init__(self, msg, pos):
        super().__init__(f'{msg} at {pos}')
        self.pos = pos
TOK = re.compile('\\s*(?:(\\d+\\.?\\d*(?:[eE][+-]?\\d+)?)|([A-Za-z_]\\w*)|(\\*\\*|//|[-+*/%()=,]))')
def lex(s):
    i = 0
    while i < len(s.rstrip()):
        m = TOK.match(s, i)
        if not m:
            raise ParseError(f'bad char {s[i]!r}', i)
        num, name, op = m.groups()
        yield (('num', float(num) if '.' in num or 'e' in num.lower() else int(num), m.start()) if num else ('name', name, m.start()) if name else ('op', op, m.start()))
        i = m.end()
    yield ('end', None, len(s))
class Calc:
    BIN = {'+': (1, operator.add), '-': (1, operator.sub), '*': (2, operator.mul), '/': (2, operator.truediv), '//': (2, operator.floordiv), '%': (2, operator.mod), '**': (4, operator.pow)}
    def __init__(self):
        self.env = {'max': max, 'min': min, 'abs': abs, 'pi': 3.14159}
    def eval(self, s):
        self.t = list(lex(s))
        self.i = 0
        if self.t[0][0] == 'name' and self.t[1][:2] == ('op', '='):
            self.i = 2
            v = self.expr(0)
            self.expect('end')
            self.env[self.t[0][1]] = v
            return v
        v = self.expr(0)
        self.expect('end')
        return v
    def peek(self):
        return self.t[self.i]
    def expect(self, kind, val=None):
        k, v, p = self.t[self.i]
        if k != kind or (val is not None and v != val):
            raise ParseError(f'expected {val or kind}, got {v!r}', p)
        self.i += 1
        return v
    def atom(self):
        k, v, p = self.peek()
        self.i += 1
        if k == 'num':
            return v
        if k == 'name':
            if v not in self.env:
                raise NameError(f'unknown {v}')
            f = self.env[v]
            if self.peek()[1] == '(' and callable(f):
                self.i += 1
                args = []
                while self.peek()[1] != ')':
                    args.append(self.expr(0))
                    if self.peek()[1] == ',':
                        self.i += 1
                self.expect('op', ')')
                return f(*args)
            return f
        if v == '(':
            r = self.expr(0)
            self.expect('op', ')')
            return r
        if v in '+-':
            r = self.expr(3)
            return -r if v == '-' else r
        raise ParseError(f'unexpected {v!r}', p)
    def expr(self, lo):
        l = self.atom()
        while self.peek()[0] == 'op' and self.peek()[1] in self.BIN and (self.BIN[self.peek()[1]][0] >= lo):
            op = self.peek()[1]
            prec, f = self.BIN[op]
            self.i += 1
            l = f(l, self.expr(prec if op == '**' else prec + 1))
        return l
c = Calc()
for s in (
    '1+2*3', '(1+2)*3', '2**3**2', '-2**2', '10/4', '10//4', '7%3', 'x = 5', 'x*2', 'max(1,x,3)',
    'abs(-3)+1', '1e3', '2.5*2', '1+', '(1', '1 $ 2', 'y', '1/0', 'min()', ')', 'max(1', '--3',
    'x x',
):
    try:
        print(s, '=', c.eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__, e)

# expect: 1+2*3 = 7
# expect: (1+2)*3 = 9
# expect: 2**3**2 = 512
# expect: -2**2 = -4
# expect: 10/4 = 2.5
# expect: 10//4 = 2
# expect: 7%3 = 1
# expect: x = 5 = 5
# expect: x*2 = 10
# expect: max(1,x,3) = 5
# expect: abs(-3)+1 = 4
# expect: 1e3 = 1000.0
# expect: 2.5*2 = 5.0
# expect: 1+ -> TypeError 'in <string>' requires string as left operand, not NoneType
# expect: (1 -> ParseError expected ), got None at 2
# expect: 1 $ 2 -> ParseError bad char ' ' at 1
# expect: y -> NameError unknown y
# expect: 1/0 -> ZeroDivisionError division by zero
# expect: min() -> TypeError min expected at least 1 argument, got 0
# expect: ) -> ParseError unexpected ')' at 0
# expect: max(1 -> TypeError 'in <string>' requires string as left operand, not NoneType
# expect: --3 = 3
# expect: x x -> ParseError expected end, got 'x' at 1
