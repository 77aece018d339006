import sys
def hook(t, v, tb):
    print('hook', t.__name__, v, tb is not None)
sys.excepthook = hook
raise ValueError('to hook')

# exit: 1
# expect: hook ValueError to hook True
