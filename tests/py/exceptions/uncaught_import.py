import this_module_does_not_exist

# exit: 1
# expect-error: ModuleNotFoundError: No module named 'this_module_does_not_exist'
