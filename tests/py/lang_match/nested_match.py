def f(a, b):
    match a:
        case int():
            match b:
                case int(): return 'ii'
                case str(): return 'is'
        case str():
            match b:
                case a.__class__(): return 'ss'
    return 'none'
print(f(1, 1), f(1, 'a'), f('a', 'b'), f('a', 1), f(None, 1))
for v in [1, 2, 3, 4]:
    match v:
        case 2: continue
        case 4: break
    print(v)
else: print('no else')
def g(x):
    match x:
        case 1: return 'ret'
        case 2: raise ValueError('r')
        case 3:
            try: return 'try'
            finally: print('fin')
print(g(1), g(3), g(9))
try: g(2)
except ValueError as e: print(e)

# expect: ii is ss none none
# expect: 1
# expect: 3
# expect: fin
# expect: ret try None
# expect: r
