try:
    1 / 0
except ZeroDivisionError:
    raise ValueError('clean') from None

# exit: 1
# expect-error: ValueError: clean
