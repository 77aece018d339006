import sys
def hook(u): print('unraisable', type(u.exc_value).__name__, u.exc_value, u.err_msg is None or 'Exception ignored' in u.err_msg)
sys.unraisablehook = hook
class A:
    def __del__(self): raise ValueError('in del')
a = A(); del a
print('continued')
def g():
    try: yield
    finally: raise KeyError('gen')
i = g(); next(i); del i
print('end')

# expect: unraisable ValueError in del True
# expect: continued
# expect: unraisable KeyError 'gen' True
# expect: end
