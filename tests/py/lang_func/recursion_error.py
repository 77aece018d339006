import sys
def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(type(e).__name__, str(e).startswith('maximum recursion depth exceeded'))
class A:
    def __repr__(self): return repr(self)
    def __getattr__(self, n): return getattr(self, n + 'x')
    def __eq__(self, o): return self == o
    def __call__(self): return self()
    def __getitem__(self, i): return self[i]
for g in (lambda: repr(A()), lambda: A().foo, lambda: A() == A(), lambda: A()(), lambda: A()[0]):
    try: g()
    except RecursionError as e: print('RecursionError')
def even(n): return odd(n - 1) if n else True
def odd(n): return even(n - 1) if n else False
try: even(10 ** 6)
except RecursionError: print('mutual')
def gen(n):
    yield from gen(n + 1)
try: list(gen(0))
except RecursionError: print('generator')
old = sys.getrecursionlimit()
sys.setrecursionlimit(3000)
def d(n): return 0 if n == 0 else 1 + d(n - 1)
print(d(2500))
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
print('alive', old)

# expect: RecursionError True
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: mutual
# expect: generator
# expect: 2500
# expect: recursion limit must be greater or equal than 1
# expect: alive 1000
