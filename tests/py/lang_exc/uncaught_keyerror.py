d = {'a': 1}
print(d['a'])
d['missing']

# exit: 1
# expect-error: KeyError: 'missing'
# expect: 1
