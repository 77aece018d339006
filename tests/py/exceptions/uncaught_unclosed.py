x = (1,
     2
print(x)

# exit: 1
# expect-error: SyntaxError: '(' was never closed
