print('start', flush=True)
class MyError(Exception): pass
def a(): b()
def b(): raise MyError('deep', 2)
a()

# exit: 1
# expect-error: MyError: ('deep', 2)
# expect: start
