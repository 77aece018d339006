def f(): yield 1
def g(): return (yield)
def h():
    return 5
    yield
import inspect
print(inspect.isgeneratorfunction(f), inspect.isgeneratorfunction(h), type(f()).__name__, list(h()))
def i():
    if 0: yield
print(list(i()), f.__code__.co_flags & 0x20 != 0)
x = g(); next(x)
try: x.send(9)
except StopIteration as e: print(e.value)
def j(n):
    while n: yield n; n -= 1
a, b, *c = j(5)
print(a, b, c, sum(j(10)), max(j(3)), tuple(j(2)), dict(zip(j(3), 'abc')), [*j(2), *j(1)], 3 in j(5))
print(f.__name__, f().__name__, f().__qualname__)

# expect: True True generator []
# expect: [] True
# expect: 9
# expect: 5 4 [3, 2, 1] 55 3 (2, 1) {3: 'a', 2: 'b', 1: 'c'} [2, 1, 1] True
# expect: f f f
