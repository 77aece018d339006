def a():
    try: return 'try'
    finally: return 'finally'
def b():
    try: raise ValueError('lost')
    finally: return 'swallow'
def c():
    for i in range(3):
        try: raise ValueError
        finally: continue
    return 'loop done'
def d():
    while 1:
        try: raise ValueError
        finally: break
    return 'broke'
def e():
    x = 1
    try: return x
    finally: x = 2
def f():
    l = [1]
    try: return l
    finally: l.append(2)
def g():
    try:
        try: raise KeyError('a')
        finally: raise ValueError('b')
    except ValueError as e: return repr(e), repr(e.__context__)
for fn in (a, b, c, d, e, f, g): print(fn())

# expect: finally
# expect: swallow
# expect: loop done
# expect: broke
# expect: 1
# expect: [1, 2]
# expect: ("ValueError('b')", "KeyError('a')")
