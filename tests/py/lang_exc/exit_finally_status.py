import sys
try:
    try: sys.exit(2)
    finally: print('finally')
except KeyError: pass
print('unreachable')

# exit: 2
# expect: finally
