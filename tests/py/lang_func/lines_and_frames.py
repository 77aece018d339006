import sys
def f():
    fr = sys._getframe()
    return fr.f_code.co_name, fr.f_lineno, fr.f_back.f_code.co_name, sorted(fr.f_locals)
print(f())
def g():
    x = 5
    return h()
def h():
    fr = sys._getframe(1)
    return fr.f_locals['x'], fr.f_code.co_name, fr.f_lineno, fr.f_globals is globals()
print(g())
def depth():
    n, fr = 0, sys._getframe()
    while fr: n, fr = n + 1, fr.f_back
    return n
print(depth())
def rec(n): return depth() if n == 0 else rec(n - 1)
print(rec(5) - depth())
try: sys._getframe(1000)
except ValueError as e: print(e)
print(f.__code__.co_firstlineno, g.__code__.co_firstlineno)
print(sorted({l for _, _, l in g.__code__.co_lines() if l is not None}))
class C:
    name = sys._getframe().f_code.co_name
print(C.name, (lambda: sys._getframe().f_code.co_name)())

# expect: ('f', 4, '<module>', ['fr'])
# expect: (5, 'g', 8, True)
# expect: 2
# expect: 6
# expect: call stack is not deep enough
# expect: 2 6
# expect: [6, 7, 8]
# expect: C <lambda>
