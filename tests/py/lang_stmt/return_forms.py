def a(): return
def b(): return 1,
def c(): return 1, *[2, 3]
def d():
    for i in range(5):
        if i == 3: return i
def e():
    try: return 'try'
    finally: print('cleanup')
def f():
    while True:
        try:
            return 'x'
        finally:
            break
    return 'after break'
def g():
    try: raise ValueError
    finally: return 'swallowed'
def h():
    with open('/dev/null'): return 'from with'
def i():
    for x in [1, 2]:
        try: continue
        finally: print('fin', x)
    return 'end'
for fn in (a, b, c, d, e, f, g, h, i): print(fn())

# expect: None
# expect: (1,)
# expect: (1, 2, 3)
# expect: 3
# expect: cleanup
# expect: try
# expect: after break
# expect: swallowed
# expect: from with
# expect: fin 1
# expect: fin 2
# expect: end
