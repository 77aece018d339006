raise ValueError('line one\nline two\nline three')

# exit: 1
# expect-error: line three
