if 1:
	x = 1
        y = 2

# exit: 1
# expect-error: TabError: inconsistent use of tabs and spaces in indentation
