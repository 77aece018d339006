x = 5
assert x < 3

# exit: 1
# expect-error: AssertionError
