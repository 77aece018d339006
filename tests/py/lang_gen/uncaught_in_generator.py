def g():
    yield 1
    raise ValueError('from generator')
for x in g(): print(x)

# exit: 1
# expect-error: ValueError: from generator
# expect: 1
