import functools, enum, contextlib
class Event:
    def __init__(self):
        self.hs = []
    def __iadd__(self, h):
        self.hs.append(h)
        return self
    def __isub__(self, h):
        self.hs.remove(h)
        return self
    def __call__(self, *a, **k):
        return [h(*a, **k) for h in list(self.hs)]
    def once(self, h):
        @functools.wraps(h)
        def w(*a, **k):
            self.hs.remove(w)
            return h(*a, **k)
        self.hs.append(w)
        return w
e = Event()
e += lambda x: x + 1
f = lambda x: x * 2
e += f
@e.once
def one(x):
    return 'once'
print(e(5), e(6))
e -= f
print(e(7), one.__name__)
class Plugin:
    reg = {}
    def __init_subclass__(cls, *, name=None, **k):
        super().__init_subclass__(**k)
        Plugin.reg[name or cls.__name__.lower()] = cls
    def run(self, x):
        raise NotImplementedError(f'{type(self).__name__}.run')
class Up(Plugin):
    run = lambda self, x: x.upper()
class Rev(Plugin, name='reverse'):
    def run(self, x):
        return x[::-1]
class Bad(Plugin):
    pass
for n, c in sorted(Plugin.reg.items()):
    try:
        print(n, c().run('abc'))
    except NotImplementedError as x:
        print(n, repr(x))
class S(enum.Enum):
    IDLE = enum.auto()
    RUN = enum.auto()
    DONE = enum.auto()
class Machine:
    T = {(S.IDLE, 'start'): S.RUN, (S.RUN, 'stop'): S.IDLE, (S.RUN, 'finish'): S.DONE}
    def __init__(self):
        self.s = S.IDLE
        self.h = []
    def fire(self, ev):
        try:
            n = self.T[self.s, ev]
        except KeyError:
            raise ValueError(f'cannot {ev} from {self.s.name}') from None
        self.h.append((self.s.name, ev))
        self.s = n
        return self
    @contextlib.contextmanager
    def transaction(self):
        old = (self.s, self.h[:])
        try:
            yield self
        except ValueError as x:
            self.s, self.h = old
            print('rolled back:', x)
m = Machine()
m.fire('start').fire('stop').fire('start')
print(m.s, m.h)
with m.transaction():
    m.fire('finish').fire('start')
print(m.s, len(m.h))
try:
    m.fire('bogus')
except ValueError as x:
    print(x, x.__cause__, x.__suppress_context__)
class Observable:
    def __init__(self):
        object.__setattr__(self, '_obs', [])
    def __setattr__(self, n, v):
        old = getattr(self, n, None)
        super().__setattr__(n, v)
        [o(n, old, v) for o in self._obs]
    def watch(self, f):
        self._obs.append(f)
        return f
o = Observable()
o.watch(lambda *a: print('changed', a))
o.x = 1
o.x = 2
o.y = [1]
def coro_sched(tasks):
    from collections import deque
    q = deque(((n, t) for n, t in tasks))
    while q:
        n, t = q.popleft()
        try:
            print(n, next(t))
            q.append((n, t))
        except StopIteration as s:
            print(n, 'finished', s.value)
def task(n):
    for i in range(n):
        yield i
    return n * 10
coro_sched([('a', task(2)), ('b', task(1)), ('c', task(3))])
def trampoline(f, *a):
    r = f(*a)
    while callable(r):
        r = r()
    return r
def ev(n):
    return True if n == 0 else lambda: od(n - 1)
def od(n):
    return False if n == 0 else lambda: ev(n - 1)
print(trampoline(ev, 5000), trampoline(od, 5000))
class Pipe:
    def __init__(s, f):
        s.f = f
    def __ror__(s, x):
        return s.f(x)
    def __call__(s, *a):
        return Pipe(lambda x: s.f(x, *a))
where = Pipe(lambda it, p: [x for x in it if p(x)])
select = Pipe(lambda it, f: [f(x) for x in it])
print(range(10) | where(lambda x: x % 2) | select(lambda x: x * x) | Pipe(sum))
class HTML:
    def __getattr__(self, tag):
        return lambda *c, **a: f'<{tag}{''.join((f' {k.rstrip(chr(95))}={v!r}' for k, v in a.items()))}>{''.join(map(str, c))}</{tag}>'
h = HTML()
print(h.div(h.p('hi', class_='x'), h.br(), id=1))

# expect: [6, 10, 'once'] [7, 12]
# expect: [8] one
# expect: bad NotImplementedError('Bad.run')
# expect: reverse cba
# expect: up ABC
# expect: S.RUN [('IDLE', 'start'), ('RUN', 'stop'), ('IDLE', 'start')]
# expect: rolled back: cannot start from DONE
# expect: S.RUN 3
# expect: cannot bogus from RUN None True
# expect: changed ('x', None, 1)
# expect: changed ('x', 1, 2)
# expect: changed ('y', None, [1])
# expect: a 0
# expect: b 0
# expect: c 0
# expect: a 1
# expect: b finished 10
# expect: c 1
# expect: a finished 20
# expect: c 2
# expect: c finished 30
# expect: True False
# expect: 165
# expect: <div id=1><p class='x'>hi</p><br></br></div>
