def conv(s):
    return int(s)
print([conv(s) for s in ['1', '2', 'x']])

# exit: 1
# expect-error: ValueError: invalid literal for int() with base 10: 'x'
