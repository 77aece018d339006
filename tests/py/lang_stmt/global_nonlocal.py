x = 'g'
def f():
    global x, newg
    x = 'changed'; newg = 1
f(); print(x, newg)
def outer():
    v = 1
    def mid():
        nonlocal v
        v += 1
        def inner():
            nonlocal v
            v *= 10
            return v
        return inner()
    return mid(), v
print(outer())
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
a, b = counter(), counter()
print(a(), a(), b(), a(5))
def g():
    x = 'local'
    class C:
        global x
        x = 'from class'
    return x
print(g(), x)
def h():
    global q
    for q in range(3): pass
    def q2(): return q
    return q2()
print(h(), q)
def imp():
    global math
    import math
imp(); print(math.floor(2.5))

# expect: changed 1
# expect: (20, 20)
# expect: 1 2 1 7
# expect: local from class
# expect: 2 2
# expect: 2
