import sys
print('x')
sys.exit()

# expect: x
