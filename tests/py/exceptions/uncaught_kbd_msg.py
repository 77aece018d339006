raise KeyboardInterrupt('stop')

# exit: -2
# expect-error: KeyboardInterrupt: stop
