x = 5
assert x < 3, f'{x} too big'

# exit: 1
# expect-error: AssertionError: 5 too big
