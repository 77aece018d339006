def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
old = sys.getrecursionlimit(); sys.setrecursionlimit(200)
def f(n): return 0 if n == 0 else 1 + f(n - 1)
t(lambda: f(100))
t(lambda: f(500))
sys.setrecursionlimit(5000)
t(lambda: f(3000))
t(lambda: sys.setrecursionlimit(0))
t(lambda: sys.setrecursionlimit('a'))
t(lambda: sys.setrecursionlimit(1))
t(lambda: sys.setrecursionlimit())
sys.setrecursionlimit(old); print(sys.getrecursionlimit() == old)

# expect: 100
# expect: RecursionError maximum recursion depth exceeded
# expect: 3000
# expect: ValueError recursion limit must be greater or equal than 1
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: RecursionError cannot set the recursion limit to 1 at the recursion depth 3: the limit is too low
# expect: TypeError sys.setrecursionlimit() takes exactly one argument (0 given)
# expect: True
