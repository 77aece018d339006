x = [1, 2, 3]
assert len(x) == 3
assert x == [1, 2, 4], f'lists differ: {x}'

# exit: 1
# expect-error: AssertionError: lists differ: [1, 2, 3]
