x = 1
def a(): print(x); x = 2
def b(): x += 1
def c():
    if False: y = 1
    return y
def d():
    for i in []: pass
    return i
def e():
    try: raise ValueError
    except ValueError as err: pass
    return err
def f():
    def g(): return z
    return g()
    z = 1
def h():
    del w
    w = 1
def k():
    import os as p
    del p
    return p
def m():
    with open('/dev/null') as n: del n
    n
for fn in (a, b, c, d, e, f, h, k, m):
    try: fn()
    except NameError as ex: print(type(ex).__name__, ex)

# expect: UnboundLocalError cannot access local variable 'x' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'x' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'y' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'i' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'err' where it is not associated with a value
# expect: NameError cannot access free variable 'z' where it is not associated with a value in enclosing scope
# expect: UnboundLocalError cannot access local variable 'w' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'p' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'n' where it is not associated with a value
