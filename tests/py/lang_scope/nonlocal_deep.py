def a():
    x = 0
    def b():
        def c():
            nonlocal x
            x += 1
            def d():
                nonlocal x
                x += 10
            d()
        c()
        return x
    return b(), x
print(a())
def s():
    n = 1
    def get(): return n
    def setter(v):
        nonlocal n
        n = v
    class K:
        def bump(self):
            nonlocal n
            n += 100
    return get, setter, K()
g, st, k = s()
st(5); k.bump(); print(g())
def two():
    a = b = 0
    def inc():
        nonlocal a, b
        a, b = a + 1, b + 2
    inc(); inc()
    return a, b
print(two())

# expect: (11, 11)
# expect: 105
# expect: (2, 4)
