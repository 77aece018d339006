import sys
def a(x):
    return 10 / x
def b(x):
    try:
        return a(x)
    except ZeroDivisionError as e:
        raise ValueError('bad x') from e
def c(x):
    try:
        b(x)
    except ValueError:
        raise KeyError('outer')
print('start')
c(0)

# exit: 1
# expect-error: KeyError: 'outer'
# expect: start
