counter = 1
print(conter)

# exit: 1
# expect-error: NameError: name 'conter' is not defined. Did you mean: 'counter'?
