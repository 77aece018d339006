value_of_interest = 5
print(value_of_interest)
print(valu_of_interest)

# exit: 1
# expect-error: NameError: name 'valu_of_interest' is not defined. Did you mean: 'value_of_interest'?
# expect: 5
