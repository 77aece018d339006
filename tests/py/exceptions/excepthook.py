import sys
def hook(t, v, tb):
    print('HOOK', t.__name__, v, tb.tb_lineno)
sys.excepthook = hook
1 / 0

# exit: 1
# expect: HOOK ZeroDivisionError division by zero 5
