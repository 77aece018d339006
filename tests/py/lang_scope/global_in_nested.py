n = 0
def a():
    n = 1
    def b():
        global n
        n += 10
        def c(): return n
        return c()
    return b(), n
print(a(), n)
def mk():
    global made_f, made_c
    def made_f(): return 'f'
    class made_c: pass
mk(); print(made_f(), made_c.__qualname__, made_f.__qualname__)
def loop():
    global gi
    for gi in range(3): pass
    with open('/dev/null') as gi2: pass
    global ge
    try: raise ValueError
    except ValueError as ge: pass
loop(); print(gi, 'ge' in globals())

# expect: (10, 1) 10
# expect: f made_c made_f
# expect: 2 False
