exec("def f():\n    raise KeyError('in exec')\nf()")

# exit: 1
# expect-error: KeyError: 'in exec'
