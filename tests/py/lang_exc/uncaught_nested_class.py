class Outer:
    class Inner(Exception): pass
def f():
    class Local(Exception): pass
    return Local
try: raise f()('l')
except Exception as e: print(type(e).__qualname__)
raise Outer.Inner('nested')

# exit: 1
# expect-error: Outer.Inner: nested
# expect: f.<locals>.Local
