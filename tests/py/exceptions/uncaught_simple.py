def deep(n):
    if n == 0:
        raise RuntimeError('bottom')
    deep(n - 1)
deep(5)

# exit: 1
# expect-error: RuntimeError: bottom
