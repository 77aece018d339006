import sys
try: sys.exit('fatal: message')
finally: print('finally runs')

# exit: 1
# expect-error: fatal: message
# expect: finally runs
