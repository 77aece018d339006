def f(*a):
    raise ValueError('v')
x = [1, f(1, 2, 3)]

# exit: 1
# expect-error: ValueError: v
