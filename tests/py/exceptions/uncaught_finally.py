try:
    1 / 0
finally:
    print('fin')
    [][1]

# exit: 1
# expect-error: IndexError: list index out of range
# expect: fin
