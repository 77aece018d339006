d = {'a': 1}
d['b']

# exit: 1
# expect-error: KeyError: 'b'
