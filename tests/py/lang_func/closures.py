def make(n):
    def add(x): return x + n
    def set(v):
        nonlocal n
        n = v
    return add, set
a, s = make(1)
print(a(1)); s(10); print(a(1))
print(a.__closure__[0].cell_contents, a.__code__.co_freevars, make.__code__.co_cellvars)
def acc():
    items = []
    def add(x): items.append(x); return items
    return add
p, q = acc(), acc()
p(1); p(2); q(3)
print(p(0), q(0))
def late():
    def f(): return v
    v = 1
    r = f()
    v = 2
    return r, f()
print(late())
def arg(x):
    def g(): return x
    x += 1
    return g
print(arg(1)())
def deep(a):
    return lambda b: lambda c: lambda d: (a, b, c, d)
print(deep(1)(2)(3)(4))
def empty():
    def f(): return cell
    try: f()
    except NameError as e: print(e)
    cell = 1
    return f()
print(empty())

# expect: 2
# expect: 11
# expect: 10 ('n',) ('n',)
# expect: [1, 2, 0] [3, 0]
# expect: (1, 2)
# expect: 2
# expect: (1, 2, 3, 4)
# expect: cannot access free variable 'cell' where it is not associated with a value in enclosing scope
# expect: 1
