def f():
    pass
  x = 1

# exit: 1
# expect-error: IndentationError: unindent does not match any outer indentation level
