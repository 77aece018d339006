def f(a, l=[]):
    l.append(a)
    return l
print(f(1), f(2), f(3, []), f.__defaults__)
x = 10
def g(v=x): return v
x = 20
print(g())
def h(*, k={}, n=None): k[len(k)] = n; return k
print(h(n=1), h(n=2), h.__kwdefaults__)
h.__kwdefaults__['n'] = 'patched'
print(h()[2])
g.__defaults__ = (99,)
print(g())
g.__defaults__ = None
try: g()
except TypeError as e: print(e)
try: g.__defaults__ = 5
except TypeError as e: print(e)
def order(a=print('default a'), b=print('default b')): pass
order()

# expect: [1, 2] [1, 2] [3] ([1, 2],)
# expect: 10
# expect: {0: 1, 1: 2} {0: 1, 1: 2} {'k': {0: 1, 1: 2}, 'n': None}
# expect: patched
# expect: 99
# expect: g() missing 1 required positional argument: 'v'
# expect: __defaults__ must be set to a tuple object
# expect: default a
# expect: default b
