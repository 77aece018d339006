import sys
try:
    sys.exit('goodbye')
finally:
    print('cleanup')

# exit: 1
# expect-error: goodbye
# expect: cleanup
