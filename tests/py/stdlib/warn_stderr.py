import warnings
def f():
    warnings.warn('user warning', stacklevel=2)
f()
warnings.warn('dep', DeprecationWarning)
warnings.warn('rt', RuntimeWarning)
x = 5
print(x is 5)
print('\\d')

# expect: True
# expect: \d
