def a(n):
    return b(n)
def b(n):
    if n == 0:
        raise LookupError('x')
    return a(n - 1)
a(3)

# exit: 1
# expect-error: LookupError: x
