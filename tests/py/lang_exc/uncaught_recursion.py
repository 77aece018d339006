def f(n): return f(n + 1) + 1
print('recursing')
f(0)

# exit: 1
# expect-error: RecursionError: maximum recursion depth exceeded
# expect: recursing
