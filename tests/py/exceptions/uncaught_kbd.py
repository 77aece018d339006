raise KeyboardInterrupt

# exit: -2
# expect-error: KeyboardInterrupt
