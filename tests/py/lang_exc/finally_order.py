def f(n):
    print('f', n, end=': ')
    try:
        print('t', end=' ')
        if n == 1: raise ValueError
        if n == 2: return 'ret'
        if n == 3: raise KeyError
    except ValueError: print('e', end=' ')
    else: print('l', end=' ')
    finally: print('f', end=' ')
    return 'end'
for i in range(4):
    try: print(f(i))
    except KeyError: print('propagated')
def g():
    for i in range(3):
        try:
            try:
                if i == 1: continue
                if i == 2: break
            finally: print('in', i, end=' ')
        finally: print('out', i, end=' ')
    print()
g()
def h():
    try:
        try: return print('value', end=' ') or 'v'
        finally: print('f1', end=' ')
    finally: print('f2', end=' ')
print(h())

# expect: f 0: t l f end
# expect: f 1: t e f end
# expect: f 2: t f ret
# expect: f 3: t f propagated
# expect: in 0 out 0 in 1 out 1 in 2 out 2 
# expect: value f1 f2 v
