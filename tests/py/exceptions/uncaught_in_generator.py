def gen():
    yield 1
    yield (1 / 0)
for v in gen():
    print(v)

# exit: 1
# expect-error: ZeroDivisionError: division by zero
# expect: 1
