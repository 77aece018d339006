def f():
    try: {}['k']
    except KeyError as e: raise ValueError('bad value') from e
f()

# exit: 1
# expect-error: ValueError: bad value
