try: int('x')
except ValueError: raise RuntimeError('clean') from None

# exit: 1
# expect-error: RuntimeError: clean
