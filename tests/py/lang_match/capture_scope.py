match [1, 2]:
    case [a, 3]: print('no')
    case [b, 2]: print('yes', b)
print('a' in globals() or 'unset', b)
def f(x):
    match x:
        case [p, q]: pass
        case r: pass
    return sorted(locals())
print(f([1, 2]), f(5))
def g():
    match 5:
        case [z]: pass
    return z
try: g()
except UnboundLocalError as e: print(e)
match = 'soft'; case = 'keyword'
match match:
    case case: print(case)
x = 'orig'
match 'new':
    case x: print(x)
print(x)
def h():
    global G
    match 7:
        case G: pass
h(); print(G)
match (lambda v: v)(3):
    case int(v) as w: print(v, w)

# expect: yes 1
# expect: unset 1
# expect: ['p', 'q', 'x'] ['r', 'x']
# expect: cannot access local variable 'z' where it is not associated with a value
# expect: soft
# expect: new
# expect: new
# expect: 7
# expect: 3 3
