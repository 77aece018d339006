def f():
    try: raise ValueError('v')
    except ValueError as e:
        g = lambda: e
        r = repr(g())
    try: g()
    except NameError as x: return r, str(x)
print(f())
def k():
    out = []
    for i in range(2):
        try: raise KeyError(i)
        except KeyError as e: out.append(e)
    return [x.args for x in out]
print(k())

# expect: ("ValueError('v')", "cannot access free variable 'e' where it is not associated with a value in enclosing scope")
# expect: [(0,), (1,)]
