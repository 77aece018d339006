import functools
def trace(f):
    @functools.wraps(f)
    def w(*a, **k):
        print(f'{f.__name__}{a}{k or ""}')
        return f(*a, **k)
    return w
@trace
def add(a, b=1):
    "adds"
    return a + b
print(add(1), add(1, b=2), add.__name__, add.__doc__, add.__wrapped__(5))
def retry(n):
    def deco(f):
        def w(*a):
            for i in range(n):
                try: return f(*a)
                except ValueError as e: print('retry', i, e)
            raise RuntimeError('gave up')
        return w
    return deco
calls = []
@retry(3)
def flaky(x):
    calls.append(x)
    if len(calls) < 3: raise ValueError(len(calls))
    return 'ok'
print(flaky('q'), calls)
def count(f):
    def w(*a): w.calls += 1; return f(*a)
    w.calls = 0
    return w
@count
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(10), fib.calls)
class Deco:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
@Deco
def sq(x): return x * x
print(sq(3), sq(4), sq.n)

# expect: add(1,)
# expect: add(1,){'b': 2}
# expect: 2 3 add adds 6
# expect: retry 0 1
# expect: retry 1 2
# expect: ok ['q', 'q', 'q']
# expect: 55 177
# expect: 9 16 2
