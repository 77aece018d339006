raise IndexError

# exit: 1
# expect-error: IndexError
