f = lambda x: x['k']
print(list(map(f, [{'k': 1}, {}])))

# exit: 1
# expect-error: KeyError: 'k'
