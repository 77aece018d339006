print('never')
x = = 3

# exit: 1
# expect-error: SyntaxError: invalid syntax
