import sys
sys.setrecursionlimit(200)
def f(n):
    return f(n + 1)
f(0)

# exit: 1
# expect-error: RecursionError: maximum recursion depth exceeded
