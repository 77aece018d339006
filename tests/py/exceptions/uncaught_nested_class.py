class Outer:
    class Inner(Exception):
        pass
raise Outer.Inner('x', 1)

# exit: 1
# expect-error: Outer.Inner: ('x', 1)
