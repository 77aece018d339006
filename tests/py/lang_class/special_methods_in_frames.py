log = []
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        log.append('add')
        return V(self.x + o.x) if isinstance(o, V) else NotImplemented
    def __radd__(self, o):
        log.append('radd')
        return V(o + self.x) if isinstance(o, int) else NotImplemented
    def __lt__(self, o): return self.x < o.x if isinstance(o, V) else NotImplemented
    def __eq__(self, o): return self.x == o.x if isinstance(o, V) else NotImplemented
    def __hash__(self): return hash(self.x)
    def __getitem__(self, i):
        if i == 'no': raise KeyError(i)
        return self.x, i
    def __setitem__(self, i, v): log.append(('set', i, v))
    def __contains__(self, v): return v == self.x or []
    @property
    def p(self): return self.x * 2
    @p.setter
    def p(self, v): self.x = v
    @property
    def bad(self): raise AttributeError('inner')
    @property
    def worse(self): return self.y_missing
    def __repr__(self): return f'V({self.x})'
class W(V):
    def __radd__(self, o): return 'W.radd'
a, b, w = V(1), V(2), W(3)
print(a + b, 5 + a, a + w, w + a, log)
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
log.clear()
print(t(lambda: a + 1), t(lambda: a + 'x'), t(lambda: a + None), t(lambda: 'x' + a), log)
print(a < b, b < a, t(lambda: a < 1), t(lambda: 1 < a), a > b, t(lambda: a > 1), a == b, a == 1, a != b, 1 == a, a == V(1))
if a < b: print('less')
if not (a == b): print('differ')
if a == 1: print('wrong')
try:
    if a < 5: pass
except TypeError as e: print(e)
while b < V(4): b.x += 1
print(b)
print(a[1], a['k'], a[-3], a[0:2], t(lambda: a['no']))
a[1] = 2; a['q'] = [3]; print(log)
print(1 in a, 9 in a, 9 not in a)
a.p = 7; print(a.p, a.x); a.p += 1; print(a.x)
print(t(lambda: a.bad), t(lambda: a.worse), getattr(a, 'bad', 'dflt'), hasattr(a, 'worse'))
try: a.bad
except AttributeError as e: print(e.name, e.obj is a)
try: a.worse
except AttributeError as e: print(e.name, e.obj is a)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration('end')
        self.n -= 1
        if self.n == 77: raise ValueError('77')
        return self.n
print([x for x in It(3)], list(It(3)), sum(It(4)))
for x in It(2): print('for', x)
else: print('done')
def gen():
    for x in It(3): yield x, a[x], a.p, a + V(x), x in a
    try:
        for x in It(78): yield 'never'
    except ValueError as e: yield str(e)
print(list(gen()))
for x in It(2):
    for y in It(2):
        if x == y: break
    else: continue
    print('inner', x, y)
class N:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): log.append('gt'); return 'greater'
    def __add__(self, o): return NotImplemented
    def __mul__(self, o): return NotImplemented
    __hash__ = None
n, m = N(), N()
print(n == n, n == m, n != m, n < m, t(lambda: n <= m), t(lambda: n + m), t(lambda: n * 3), t(lambda: n + 1))
if n < m: print('by the other')
class L(list):
    def __add__(self, o): return NotImplemented
    def __mul__(self, o): return NotImplemented

print(t(lambda: L([1]) + [2]), t(lambda: L([1]) * 2))
class T:
    def __bool__(self): raise ValueError('no truth')
class Q:
    def __eq__(self, o): return T()
    def __lt__(self, o): return T()
    def __contains__(self, o): return T()
q = Q()
def j():
    if q < 1: return 'yes'
def k():
    if q == q: return 'yes'
print(t(j), t(k), t(lambda: 1 in q), type(q == 1).__name__)
class Deep:
    def __getitem__(self, i): return self[i + 1]
    def __add__(self, o): return self + o
    @property
    def p(self): return self.p
    def __lt__(self, o): return self < o
    def __contains__(self, o): return o in self
    def __setitem__(self, i, v): self[i] = v
d = Deep()
def setd(): d[0] = 1
for f in (lambda: d[0], lambda: d + 1, lambda: d.p, lambda: d < d, lambda: 1 in d, setd):
    print(t(f)[0])
import sys, traceback
class F:
    @property
    def p(self): return sys._getframe().f_back.f_lineno
    def __add__(self, o): return sys._getframe().f_back.f_code.co_name
    def __getitem__(self, i): raise LookupError(i)
    def __iadd__(self, o): return 'iadd'
def where():
    x = F()
    r = [x.p,
         x.p]
    r.append(x + 1)
    return r
print([v - where.__code__.co_firstlineno if isinstance(v, int) else v for v in where()])
x = F(); x += 1; print(x)
try: F()[3]
except LookupError: print(traceback.format_exc().count('F()[3]'), [fr.name for fr in traceback.extract_tb(sys.exc_info()[2])])
events = []
def tracer(frame, event, arg):
    if frame.f_code.co_name in ('__add__', 'p', '__next__'): events.append((frame.f_code.co_name, event))
    return tracer
sys.settrace(tracer)
a.p; a + V(1)
for x in It(1): pass
sys.settrace(None)
print(events)
class D2:
    def __init__(self): self.v = 1
    @property
    def a(self, extra=5): return self.v + extra
    @property
    def g(self): yield self.v
    def __getitem__(self, *i): return i

d = D2(); print(d.a, list(d.g), d[1, 2], d[3])
def swap():
    class X:
        @property
        def p(self):
            X.p = 5
            return 1
    x = X(); return x.p, x.p
print(swap())

# expect: V(3) V(6) W.radd V(4) ['add', 'radd', 'add']
# expect: ('TypeError', "unsupported operand type(s) for +: 'V' and 'int'") ('TypeError', "unsupported operand type(s) for +: 'V' and 'str'") ('TypeError', "unsupported operand type(s) for +: 'V' and 'NoneType'") ('TypeError', 'can only concatenate str (not "V") to str') ['add', 'add', 'add', 'radd']
# expect: True False ('TypeError', "'<' not supported between instances of 'V' and 'int'") ('TypeError', "'<' not supported between instances of 'int' and 'V'") False ('TypeError', "'>' not supported between instances of 'V' and 'int'") False False True False True
# expect: less
# expect: differ
# expect: '<' not supported between instances of 'V' and 'int'
# expect: V(4)
# expect: (1, 1) (1, 'k') (1, -3) (1, slice(0, 2, None)) ('KeyError', "'no'")
# expect: ['add', 'add', 'add', 'radd', ('set', 1, 2), ('set', 'q', [3])]
# expect: True False True
# expect: 14 7
# expect: 15
# expect: ('AttributeError', 'inner') ('AttributeError', "'V' object has no attribute 'y_missing'") dflt False
# expect: bad True
# expect: y_missing True
# expect: [2, 1, 0] [2, 1, 0] 6
# expect: for 1
# expect: for 0
# expect: done
# expect: [(2, (15, 2), 30, V(17), False), (1, (15, 1), 30, V(16), False), (0, (15, 0), 30, V(15), False), '77']
# expect: inner 1 1
# expect: inner 0 0
# expect: True False True greater ('TypeError', "'<=' not supported between instances of 'N' and 'N'") ('TypeError', "unsupported operand type(s) for +: 'N' and 'N'") ('TypeError', "unsupported operand type(s) for *: 'N' and 'int'") ('TypeError', "unsupported operand type(s) for +: 'N' and 'int'")
# expect: by the other
# expect: ('TypeError', "unsupported operand type(s) for +: 'L' and 'list'") ('TypeError', "unsupported operand type(s) for *: 'L' and 'int'")
# expect: ('ValueError', 'no truth') ('ValueError', 'no truth') ('ValueError', 'no truth') T
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: [2, 3, 'where']
# expect: iadd
# expect: 1 ['<module>', '__getitem__']
# expect: [('p', 'call'), ('p', 'line'), ('p', 'return'), ('__add__', 'call'), ('__add__', 'line'), ('__add__', 'line'), ('__add__', 'return'), ('__next__', 'call'), ('__next__', 'line'), ('__next__', 'line'), ('__next__', 'line'), ('__next__', 'line'), ('__next__', 'return'), ('__next__', 'call'), ('__next__', 'line'), ('__next__', 'exception'), ('__next__', 'return')]
# expect: 6 [1] ((1, 2),) (3,)
# expect: (1, 5)
