import sys
sys.exit(True + 40)

# exit: 41
