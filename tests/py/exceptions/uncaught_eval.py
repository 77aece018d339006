eval('1 +* 2')

# exit: 1
# expect-error: SyntaxError: invalid syntax
