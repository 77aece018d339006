def f(c):
    if c: v = 1
    try: return v
    except UnboundLocalError as e: return str(e)
print(f(1), f(0))
def g(n):
    while n:
        w = n
        n -= 1
    try: return w
    except UnboundLocalError: return 'unbound'
print(g(2), g(0))
def h(k):
    match k:
        case [a]: pass
        case b: pass
    out = []
    for n in 'ab':
        out.append(n in locals())
    return out
print(h([1]), h(1))
def t():
    try: u = 1 / 0
    except ZeroDivisionError: pass
    try: u
    except UnboundLocalError as e: return str(e)
print(t())

# expect: 1 cannot access local variable 'v' where it is not associated with a value
# expect: 1 unbound
# expect: [True, False] [False, True]
# expect: cannot access local variable 'u' where it is not associated with a value
