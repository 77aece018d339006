import sys
def hook(t, v, tb):
    raise RuntimeError('hook broken')
sys.excepthook = hook
1 / 0

# exit: 1
# expect-error: ZeroDivisionError: division by zero
