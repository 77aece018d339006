try:
    bool(NotImplemented)
except TypeError as e:
    print(type(e).__name__, e)
try:
    not NotImplemented
except TypeError as e:
    print(e)
try:
    if NotImplemented: pass
except TypeError as e:
    print(e)
# needs: 3.14

# expect: TypeError NotImplemented should not be used in a boolean context
# expect: NotImplemented should not be used in a boolean context
# expect: NotImplemented should not be used in a boolean context
